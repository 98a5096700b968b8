using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>The names that a filter may use, and how they are found.</summary>
internal sealed class FilterNames
{
    private static readonly FilterName[] Properties =
    [
        Property(PointProperty.Point, FilterKind.Number),
        Property(PointProperty.State, FilterKind.Text),
        Property(PointProperty.Worker, FilterKind.Text),
        Property(PointProperty.Host, FilterKind.Text),
        Property(PointProperty.Build, FilterKind.Text),
        Property(PointProperty.Seconds, FilterKind.Number),
        Property(PointProperty.Attempt, FilterKind.Number),
    ];

    private readonly List<FilterName> names;
    private readonly bool areMetricsKnown;

    private FilterNames(List<FilterName> names, bool areMetricsKnown, string example)
    {
        this.names = names;
        this.areMetricsKnown = areMetricsKnown;
        Example = example;
    }

    /// <summary>A filter that the sweep can be given.</summary>
    public string Example { get; }

    /// <summary>The names of a sweep.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="points">The arguments of its points. They tell the kind of a parameter whose type does not.</param>
    /// <param name="metrics">
    /// The metrics of its results; null when they are not known. Then only the exact names of parameters and properties are found,
    /// since a metric may have a name that is more like the one that is looked for.
    /// </param>
    public static FilterNames Of(
        IReadOnlyList<ManifestParameter> parameters, IReadOnlyList<CanonicalJson> points, IEnumerable<string>? metrics)
    {
        var names = new List<FilterName>();
        foreach (var parameter in parameters)
            names.Add(new FilterName(parameter.Name, FilterKinds.Of(parameter, points), FilterSource.Parameter, parameter.Type));
        names.AddRange(Properties);
        foreach (var metric in metrics ?? [])
            names.Add(new FilterName(metric, FilterKind.Number, FilterSource.Metric, "metric"));
        return new FilterNames(names, metrics is not null, ExampleOf(parameters, points));
    }

    /// <summary>
    /// Finds a name: with its source before it (<c>metric.loss</c>), else exactly as it is written, else whatever its case when there is
    /// one such name only.
    /// </summary>
    /// <exception cref="FilterException">There is none, or there are several.</exception>
    public FilterName Find(string name, int position)
    {
        if (names.Find(known => known.Qualified == name) is { } qualified)
            return qualified;
        var exact = names.Where(known => known.Name == name).ToList();
        if (exact is [var first, .. var others] && others.TrueForAll(other => MayBeHiddenBy(first, other)))
            return first;
        var alike = exact.Count > 0 ? exact : names.Where(known => Is(known.Name, name) || Is(known.Qualified, name)).ToList();
        if (alike is [var only] && areMetricsKnown)
            return only;
        var areEqual = exact.Count > 0 || alike.DistinctBy(known => known.Source).Count() > 1;
        var fact = alike.Count > 1
            ? $"'{name}' at position {position} may be {string.Join(" or ", alike.Select(k => $"'{(areEqual ? k.Qualified : k.Name)}'"))}"
            : $"there is no '{name}', which stands at position {position}";
        throw new FilterException(Messages.Wrong(fact, this), isUnknownName: true);

        static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a name means the first of two and not the second, which can still be written with its source. That is so where no result is
    /// read for the first one: results would have to be read for every filter, only to see whether a metric has such a name.
    /// </summary>
    private static bool MayBeHiddenBy(FilterName first, FilterName second) =>
        second.Source == FilterSource.Metric
        && (first.Source == FilterSource.Parameter || first.Property is PointProperty.Point or PointProperty.State);

    /// <summary>All names in one sentence.</summary>
    public string Describe()
    {
        IEnumerable<(FilterSource Source, string One, string Many)> groups =
        [
            (FilterSource.Parameter, "parameter", "parameters"), (FilterSource.Metric, "metric", "metrics"),
            (FilterSource.Property, "", ""),
        ];
        var texts =
            from g in groups
            let list = names.Where(name => name.Source == g.Source).Select(name => name.Name).ToList()
            where list.Count > 0
            select $"{(list.Count == 1 ? g.One : g.Many)} {string.Join(", ", list)}".TrimStart();
        return $"Names: {string.Join("; ", texts)}.";
    }

    private static FilterName Property(PointProperty property, FilterKind kind) => new(
        property.ToString().ToLowerInvariant(), kind, FilterSource.Property, kind == FilterKind.Number ? "number" : "text", property);

    private static string ExampleOf(IReadOnlyList<ManifestParameter> parameters, IReadOnlyList<CanonicalJson> points)
    {
        if (parameters is not [var first, ..] || points is not [var point, ..] || !FilterKinds.TryGet(point, first.Name, out var value)
            || value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        {
            return "state = failed and seconds > 10";
        }

        var text = value.ValueKind == JsonValueKind.String ? FilterTokenizer.Quoted(value.GetString()!) : value.GetRawText();
        return $"{FilterTokenizer.Quoted(first.Name)} = {text} and state = finished";
    }
}
