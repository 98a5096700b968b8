using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Writing;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>A table of some configurations of a comparison.</summary>
internal sealed class ComparisonTable
{
    private const string Relative = "%";
    private const string OfFailed = "failed";
    private const string OfRepeats = "repeats";

    // The first ones stay the longest.
    private static readonly string[] Optional = [Relative, OfFailed, OfRepeats];

    private readonly SweepComparison comparison;
    private readonly IReadOnlyList<ComparedConfiguration> all;
    private readonly IReadOnlyList<ComparedConfiguration> shown;
    private readonly IReadOnlyList<int> varying;

    private ComparisonTable(SweepComparison comparison, IReadOnlyList<ComparedConfiguration> configurations)
    {
        this.comparison = comparison;
        all = configurations;
        shown = [.. configurations.Take(ReportSections.MostRows)];
        varying = ComparisonSentences.Varying(comparison);
    }

    /// <summary>
    /// The table with all columns, or with as many as fit a terminal. The numbers of repeats go first, then those of failed points, then
    /// the relative change. Parameters go last, the last one before the others, for without them rows look alike.
    /// </summary>
    public static ReportTable Of(SweepComparison comparison, IReadOnlyList<ComparedConfiguration> configurations, bool isWide)
    {
        var made = new ComparisonTable(comparison, configurations);
        var table = made.Table(made.varying.Count, Optional.Length);
        for (var optional = Optional.Length - 1; optional >= 0 && !isWide && !TextTable.Fits(table); optional--)
            table = made.Table(made.varying.Count, optional);
        for (var count = made.varying.Count - 1; count > 0 && !isWide && !TextTable.Fits(table); count--)
            table = made.Table(count, optional: 0);
        return table;
    }

    /// <param name="parameters">How many of the parameters it has.</param>
    /// <param name="optional">How many of the columns that may be left out it has.</param>
    private ReportTable Table(int parameters, int optional)
    {
        var columns = new List<(ReportColumn Column, IReadOnlyList<string> Cells)>();
        foreach (var i in varying.Take(parameters))
        {
            var name = Display.Shortened(Display.Line(comparison.Factors[i]), Arguments.LongestCell);
            var isNumber = shown.All(c => c.Values[i] is null || Arguments.IsNumber(c.Values[i]));
            columns.Add((new ReportColumn(name, isNumber), [.. shown.Select(c => Arguments.Cell(c.Values[i]))]));
        }

        Add(columns, "before", Means(c => c.Before));
        Add(columns, "after", Means(c => c.After));
        Add(columns, "change", Differences());
        foreach (var name in new[] { Relative, OfRepeats, OfFailed }.Intersect(Optional[..optional]))
            Add(columns, name, CellsOf(name));
        var kept = columns.Where(c => c.Cells.Any(cell => cell.Length > 0)).ToList();
        return new ReportTable(
            kept.ConvertAll(c => c.Column),
            [.. shown.Select((_, row) => (IReadOnlyList<string>)kept.ConvertAll(c => c.Cells[row]))],
            [.. Notes(
                [.. varying.Skip(parameters)],
                [.. Optional[optional..].Where(name => CellsOf(name).Any(cell => cell.Length > 0))])]);
    }

    private IReadOnlyList<string> CellsOf(string optional) => optional switch
    {
        Relative => [.. shown.Select(c => ChangeText.Percent(c.Relative))],
        OfFailed => [.. shown.Select(Failed)],
        _ => [.. shown.Select(Repeats)],
    };

    private static void Add(
        List<(ReportColumn Column, IReadOnlyList<string> Cells)> columns, string name, IReadOnlyList<string> cells) =>
        columns.Add((new ReportColumn(name, IsNumber: true), cells));

    /// <summary>The means of one side, with the digits that those of both sides are worth.</summary>
    private IReadOnlyList<string> Means(Func<ComparedConfiguration, ConfigurationSide> side)
    {
        var summaries = shown.SelectMany(c => new[] { c.Before.Summary, c.After.Summary }).OfType<SampleSummary>()
            .Where(s => double.IsFinite(s.Mean));
        var cells = PlusMinus.Cells(
            [.. shown.Select(c => (side(c).Mean, side(c).Mean is null ? null : (side(c).Summary!.High - side(c).Summary!.Low) / 2))],
            MeanCell.FormatOf(summaries));
        return [.. shown.Select((c, i) => side(c).Mean is null ? SideCell.Of(side(c)) : cells[i])];
    }

    private IReadOnlyList<string> Differences()
    {
        var known = shown.Where(c => c.Difference is not null).ToList();
        if (known.Count == 0)
            return [.. shown.Select(_ => "")];
        var format = NumberFormat.Of(
            known.Select(c => c.Difference!.Value), known.Select(c => c.Change!.Difference?.StandardError).OfType<double>());
        return [.. shown.Select(c => c switch
        {
            { Difference: { } difference, HalfWidth: { } half } => $"{ChangeText.Difference(difference, format)} ± {format.Text(half)}",
            { Difference: { } difference } => ChangeText.Difference(difference, format),
            _ => "",
        })];
    }

    /// <summary>"5 pairs", "5 and 3"; empty for single runs.</summary>
    private static string Repeats(ComparedConfiguration configuration)
    {
        var (before, after) = (configuration.Before.Sample.Count, configuration.After.Sample.Count);
        if (configuration.Paired == true)
            return Display.Count(before, "pair");
        return before > 1 || after > 1 ? $"{Display.Number(before)} and {Display.Number(after)}" : "";
    }

    /// <summary>"2 after", "1 before, 2 after"; empty when no point has failed.</summary>
    private static string Failed(ComparedConfiguration configuration)
    {
        var (before, after) = (configuration.Before.Failed, configuration.After.Failed);
        string?[] parts =
        [
            before > 0 ? $"{Display.Number(before)} {ParameterMatch.BeforeName}" : null,
            after > 0 ? $"{Display.Number(after)} {ParameterMatch.AfterName}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private IEnumerable<string> Notes(IReadOnlyList<int> hidden, IReadOnlyList<string> columns)
    {
        if (shown.Count < all.Count)
            yield return $"The first {Display.Number(shown.Count)} of {Display.Number(all.Count)}. --format json has all.";
        if (hidden.Count == 0 && columns.Count == 0)
            yield break;
        var parts = columns.ToList();
        if (hidden.Count > 0)
        {
            var names = string.Join(", ", hidden.Take(5).Select(i => Display.Line(comparison.Factors[i])))
                + (hidden.Count > 5 ? ", ..." : "");
            parts.Insert(0, $"{(hidden.Count == 1 ? "parameter" : "parameters")} {names}");
        }

        yield return $"Not shown: {string.Join("; ", parts)}. --format markdown and --format json have all.";
    }
}
