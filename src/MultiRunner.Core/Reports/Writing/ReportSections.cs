using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The tables that the text formats print, cut to what a person reads; report.csv and report.json have everything.</summary>
internal static class ReportSections
{
    /// <summary>How many rows a table has at most.</summary>
    public const int MostRows = 20;

    /// <summary>How many metrics a table has at most, the objective among them.</summary>
    public const int MostMetrics = 6;

    /// <summary>How many characters of an argument are shown at most.</summary>
    public const int LongestCell = 40;

    private static readonly string[] ResultColumns = ["rank", "point", "time", "worker"];

    /// <summary>The sections that have anything to show, in the order in which they are read.</summary>
    public static IEnumerable<ReportBlock> Of(SweepReport report) => [.. Results(report), .. Effects(report), .. Workers(report)];

    /// <summary>The best points, or the first finished ones when there is no ranking.</summary>
    private static ReportBlock[] Results(SweepReport report)
    {
        var ranked = report.Best.Count > 0;
        var finished = report.Points.Where(p => p.Metrics is not null).ToList();
        var shown = ranked ? report.Best : [.. finished.Take(MostRows)];
        if (shown.Count == 0)
            return [];

        var names = ColumnNames.Of(report, ResultColumns);
        var metrics = report.Metrics.Take(MostMetrics).ToList();
        List<ReportColumn> columns =
        [
            .. ranked ? [new ReportColumn("rank", true)] : Array.Empty<ReportColumn>(),
            new("point", true),
            .. names.Arguments.Select((name, i) => new ReportColumn(name, shown.All(p => IsNumber(p.Arguments[i])))),
            .. names.Metrics.Take(MostMetrics).Select(name => new ReportColumn(name, true)),
            new("time", true),
            new("worker", false),
        ];
        var rows = shown.Select((p, i) => (IReadOnlyList<string>)
        [
            .. ranked ? [Display.Number(i + 1)] : Array.Empty<string>(),
            Display.Number(p.Index),
            .. p.Arguments.Select(Cell),
            .. metrics.Select(m => p.Metric(m) is { } value ? Display.Number(value) : ""),
            Display.Seconds(p.Seconds ?? 0),
            Display.Line(p.Worker ?? ""),
        ]).ToList();

        var rankable = ranked ? finished.Count(p => p.Metric(report.RankedBy!) is not null) : 0;
        var title = ranked
            ? $"The best {Display.Number(shown.Count)} of {Display.Count(rankable, "result")} {ReportSentences.Order(report)}"
            : "Finished points";
        List<string> notes = [];
        if (!ranked && finished.Count > shown.Count)
            notes.Add($"the first {Display.Number(shown.Count)} of {Display.Number(finished.Count)} points");
        if (report.Metrics.Count > metrics.Count)
            notes.Add($"the first {Display.Number(metrics.Count)} of {Display.Number(report.Metrics.Count)} metrics");
        var note = notes.Count == 0 ? null : $"Only {string.Join(" and ", notes)}; report.csv has all.";
        return [new ReportBlock.Heading(title), new ReportTable(columns, rows, note)];
    }

    /// <summary>For each parameter, the mean of each of its values.</summary>
    private static ReportBlock[] Effects(SweepReport report)
    {
        if (report.Effects.Count == 0)
            return [];
        var soFar = report.Counts.Open > 0 ? " so far" : "";
        return report.RankedBy is { } metric
            ? [new ReportBlock.Heading($"Mean {metric} by parameter value{soFar}"), .. report.Effects.Select(OfObjective)]
            : [new ReportBlock.Heading($"Means by parameter value{soFar}"), .. report.Effects.Select(OfAllMetrics)];
    }

    private static ReportTable OfObjective(ParameterEffect effect)
    {
        var anyNaN = effect.Values.Any(v => v.Means[0].NotANumber > 0);
        return Table(
            effect,
            [
                new("points", true), new("mean", true), new("best", true),
                .. anyNaN ? [new ReportColumn("NaN", true)] : Array.Empty<ReportColumn>(),
            ],
            v =>
            [
                Display.Number(v.Means[0].Count + v.Means[0].NotANumber),
                Cell(v.Means[0].Mean),
                Cell(v.Means[0].Best),
                .. anyNaN ? [Display.Number(v.Means[0].NotANumber)] : Array.Empty<string>(),
            ]);
    }

    private static ReportTable OfAllMetrics(ParameterEffect effect) => Table(
        effect,
        [new("points", true), .. effect.Values[0].Means.Take(MostMetrics).Select(m => new ReportColumn($"mean {m.Metric}", true))],
        v => [Display.Number(v.Means.Max(m => m.Count + m.NotANumber)), .. v.Means.Take(MostMetrics).Select(m => Cell(m.Mean))]);

    private static ReportTable Table(
        ParameterEffect effect, IReadOnlyList<ReportColumn> columns, Func<ValueEffect, IReadOnlyList<string>> cells) => new(
        [new ReportColumn(effect.Parameter, effect.Values.All(v => IsNumber(v.Value))), .. columns],
        [.. effect.Values.Take(MostRows).Select(v => (IReadOnlyList<string>)[Cell(v.Value), .. cells(v)])],
        Rest(effect.Values.Count, "value"));

    private static ReportBlock[] Workers(SweepReport report)
    {
        if (report.Workers.Count == 0)
            return [];
        var table = new ReportTable(
            [
                new("worker", false), new("host", false), new("state", false),
                new("finished", true), new("errors", true), new("busy", true), new("last seen (UTC)", false),
            ],
            [.. report.Workers.Take(MostRows).Select(w => (IReadOnlyList<string>)
            [
                Display.Line(w.Id), Display.Line(w.Host), Display.Line(w.State),
                Display.Number(w.Finished), Display.Number(w.Errors), Display.Seconds(w.BusySeconds), Display.Time(w.LastSeen),
            ])],
            Rest(report.Workers.Count, "worker"));
        var busy = Display.Seconds(report.Workers.Sum(w => w.BusySeconds));
        return [new ReportBlock.Heading($"{Display.Count(report.Workers.Count, "worker")}, busy for {busy} in all"), table];
    }

    private static string? Rest(int count, string noun) =>
        count > MostRows ? $"{Display.Count(count - MostRows, $"more {noun}")} in report.json." : null;

    private static bool IsNumber(CanonicalJson? value) => value is { Text: [>= '0' and <= '9' or '-', ..] };

    private static string Cell(CanonicalJson? value) => Display.Shortened(Display.Argument(value), LongestCell);

    private static string Cell(double? value) => value is { } number ? Display.Number(number) : "";
}
