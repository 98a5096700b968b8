namespace MultiRunner.Filtering;

/// <summary>A filter as it is written, before its names and values are looked at.</summary>
internal abstract record FilterSyntax
{
    /// <summary>Both hold.</summary>
    public sealed record And(FilterSyntax Left, FilterSyntax Right) : FilterSyntax;

    /// <summary>One of the two holds.</summary>
    public sealed record Or(FilterSyntax Left, FilterSyntax Right) : FilterSyntax;

    /// <summary>It does not hold.</summary>
    public sealed record Not(FilterSyntax Inner) : FilterSyntax;

    /// <summary>A name is compared with one value, or with several of which it is to be one.</summary>
    public sealed record Comparison(FilterWord Name, FilterWord Sign, IReadOnlyList<FilterWord> Values) : FilterSyntax;
}
