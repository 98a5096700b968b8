using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>A comparison of the value that a point has by a name. It does not hold for a point that has none.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sign">How it is compared.</param>
/// <param name="Values">With what; null is an argument that is null.</param>
internal sealed record FilterComparison(FilterName Name, string Sign, IReadOnlyList<FilterValue?> Values) : FilterNode
{
    public override bool Holds(IPointValues point)
    {
        if (!TryGet(point, out var value))
            return false;
        return Sign switch
        {
            "=" or "==" or "in" => Values.Any(other => IsEqual(value, other)),
            "!=" => !IsEqual(value, Values[0]),
            "<" => Compare(value) < 0,
            "<=" => Compare(value) <= 0,
            ">" => Compare(value) > 0,
            _ => Compare(value) >= 0,
        };
    }

    /// <summary>The value of the point; null is an argument that is null. It returns false when the point has none by that name.</summary>
    private bool TryGet(IPointValues point, out FilterValue? value)
    {
        value = Name switch
        {
            { Source: FilterSource.Metric } => point.Metric(Name.Name) is { } metric ? FilterValue.Of(metric) : null,
            { Source: FilterSource.Property, Kind: FilterKind.Number } =>
                point.Number(Name.Property) is { } number ? FilterValue.Of(number) : null,
            { Source: FilterSource.Property } => point.Text(Name.Property) is { } text ? FilterValue.Of(text) : null,
            _ => point.Argument(Name.Name) is { } argument && !IsNull(argument) ? FilterValue.Of(argument, Name.Kind) : null,
        };
        return value is not null || (Name.Source == FilterSource.Parameter && point.Argument(Name.Name) is { } given && IsNull(given));
    }

    /// <summary>
    /// Whether a text names a build: "1.0.0.0 (3f2a9c01)", as reports show it, or the first eight digits of a module id or more.
    /// </summary>
    public static bool NamesBuild(string text) => DigitsOfBuild(text).Length >= AssemblyStamp.ShownDigits;

    private bool IsEqual(FilterValue? value, FilterValue? other) =>
        Name is { Source: FilterSource.Property, Property: PointProperty.Build } && value is { } mine && other is { } its
            ? mine.Text.StartsWith(DigitsOfBuild(its.Text), StringComparison.OrdinalIgnoreCase)
            : IsSame(value, other);

    private static string DigitsOfBuild(string text) => text[(text.LastIndexOf('(') + 1)..].TrimEnd(')');

    private int? Compare(FilterValue? value) => value is { } mine && Values[0] is { } other ? mine.Compare(other) : null;

    private static bool IsNull(CanonicalJson argument) => argument.Text == FilterValue.Null;

    private static bool IsSame(FilterValue? value, FilterValue? other) =>
        value is { } mine && other is { } its ? mine.IsSameAs(its) : value is null && other is null;
}
