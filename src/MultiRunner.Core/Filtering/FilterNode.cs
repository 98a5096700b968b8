namespace MultiRunner.Filtering;

/// <summary>A part of a filter that holds for a point or does not.</summary>
internal abstract record FilterNode
{
    /// <summary>Whether it holds.</summary>
    public abstract bool Holds(IPointValues point);

    /// <summary>Both hold.</summary>
    public sealed record And(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool Holds(IPointValues point) => Left.Holds(point) && Right.Holds(point);
    }

    /// <summary>One of the two holds.</summary>
    public sealed record Or(FilterNode Left, FilterNode Right) : FilterNode
    {
        public override bool Holds(IPointValues point) => Left.Holds(point) || Right.Holds(point);
    }

    /// <summary>It does not hold.</summary>
    public sealed record Not(FilterNode Inner) : FilterNode
    {
        public override bool Holds(IPointValues point) => !Inner.Holds(point);
    }
}
