namespace MultiRunner.Grids;

/// <summary>
/// The space from which the points of a grid come: the product of its dimensions, and what is said about it. Nothing of the product is
/// held in memory.
/// </summary>
internal sealed record GridSpace(IReadOnlyList<Parameter> Parameters, IReadOnlyList<Dimension> Dimensions)
{
    /// <summary>What every point of the product must fulfil.</summary>
    public IReadOnlyList<Predicate> Constraints { get; init; } = [];

    /// <summary>Which parameters do not always matter: at most one for each. Their dimensions have one parameter.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>Points beside the product.</summary>
    public IReadOnlyList<object?[]> ExtraRows { get; init; } = [];

    /// <summary>Whether all values are listed.</summary>
    public bool IsDiscrete => Dimensions.All(d => d.Distribution is null);

    /// <summary>
    /// The number of combinations before constraints and conditions. It is null where values are drawn, and where it is too large for the
    /// type.
    /// </summary>
    public UInt128? Size
    {
        get
        {
            UInt128 size = 1;
            foreach (var dimension in Dimensions)
            {
                var count = (UInt128)dimension.Rows.Count;
                if (dimension.Distribution is not null || (count > 0 && size > UInt128.MaxValue / count))
                    return null;
                size *= count;
            }

            return size;
        }
    }
}
