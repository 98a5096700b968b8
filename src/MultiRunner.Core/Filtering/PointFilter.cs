using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Filtering;

/// <summary>Tells points apart by what <c>--where</c> says of them.</summary>
internal sealed class PointFilter
{
    private static readonly string[] States = ["to_run", "skipped", "running", "finished", "failed"];

    private readonly FilterNode root;

    private PointFilter(FilterNode root, bool usesResults)
    {
        this.root = root;
        UsesResults = usesResults;
    }

    /// <summary>Whether it asks for anything that only a result says.</summary>
    public bool UsesResults { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">Such as <c>activation = Relu and layers > 1</c>.</param>
    /// <param name="parameters">The parameters of the sweep.</param>
    /// <param name="points">The arguments of its points.</param>
    /// <param name="metrics">The metrics of its results; null when they are not known.</param>
    /// <exception cref="FilterException">It cannot be read, names what there is not, or compares what cannot be compared.</exception>
    public static PointFilter Parse(
        string text, IReadOnlyList<ManifestParameter> parameters, IReadOnlyList<CanonicalJson> points, IEnumerable<string>? metrics)
    {
        var names = FilterNames.Of(parameters, points, metrics);
        var usesResults = false;
        var textsOf = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        return new PointFilter(Bind(FilterParser.Read(text, names)), usesResults);

        FilterNode Bind(FilterSyntax syntax) => syntax switch
        {
            FilterSyntax.And(var left, var right) => new FilterNode.And(Bind(left), Bind(right)),
            FilterSyntax.Or(var left, var right) => new FilterNode.Or(Bind(left), Bind(right)),
            FilterSyntax.Not(var inner) => new FilterNode.Not(Bind(inner)),
            FilterSyntax.Comparison comparison => BindComparison(comparison),
            _ => throw new InvalidOperationException($"Unknown syntax {syntax}."),
        };

        FilterComparison BindComparison(FilterSyntax.Comparison comparison)
        {
            var name = names.Find(comparison.Name.Text, comparison.Name.Position);
            usesResults |= name.Source == FilterSource.Metric
                || (name.Source == FilterSource.Property && name.Property is not (PointProperty.Point or PointProperty.State));
            var sign = comparison.Sign.Text.ToLowerInvariant();
            if (name.Kind is FilterKind.Text or FilterKind.Truth && sign is not ("=" or "==" or "!=" or "in"))
                throw new FilterException(Messages.Wrong(Messages.NoOrder(name, comparison.Sign), names));
            return new FilterComparison(name, sign, [.. comparison.Values.Select(value => Checked(name, value))]);
        }

        // A misspelt text would mean no point, without a word.
        FilterValue? Checked(FilterName name, FilterWord word)
        {
            var value = ValueOf(name, word, names);
            if (value is not null && name is { Source: FilterSource.Parameter, Kind: FilterKind.Text }
                && Texts(name.Name) is { Count: > 0 } texts && !texts.Contains(word.Text))
            {
                throw new FilterException(Messages.Wrong(Messages.NoSuchText(name, word, texts), names));
            }

            return value;
        }

        // Once for each parameter: all points are read for it.
        IReadOnlySet<string> Texts(string parameter)
        {
            if (!textsOf.TryGetValue(parameter, out var texts))
                textsOf.Add(parameter, texts = FilterKinds.TextsOf(parameter, points));
            return texts;
        }
    }

    /// <summary>Whether a point is one of those that are meant.</summary>
    public bool Matches(IPointValues point) => root.Holds(point);

    private static FilterValue? ValueOf(FilterName name, FilterWord word, FilterNames names)
    {
        if (name.Source == FilterSource.Parameter && word is { IsQuoted: false, Text: FilterValue.Null })
            return null;
        if (name is { Source: FilterSource.Property, Property: PointProperty.State } && !States.Contains(word.Text))
            throw new FilterException(Messages.Wrong(Messages.NoSuchState(word, States), names));
        if (name is { Source: FilterSource.Property, Property: PointProperty.Build } && !FilterComparison.NamesBuild(word.Text))
            throw new FilterException(Messages.Wrong(Messages.NoBuild(word), names));
        return FilterValue.Parse(word.Text, name.Kind)
            ?? throw new FilterException(Messages.Wrong(Messages.WrongValue(name, word, RuleOf(name.Kind)), names));
    }

    private static string RuleOf(FilterKind kind) => kind switch
    {
        FilterKind.Number => "a number",
        FilterKind.Truth => "true or false",
        FilterKind.Date => "a date such as 2024-02-29 or '2024-02-29T13:05:00Z'",
        FilterKind.TimeOfDay => "a time such as 13:05",
        _ => "a length of time such as 1.12:00:00",
    };
}
