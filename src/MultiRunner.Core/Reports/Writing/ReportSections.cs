using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The tables that the text formats print, cut to what a person reads; report.csv and report.json have everything.</summary>
internal static class ReportSections
{
    /// <summary>How many rows a table of anything but results has at most.</summary>
    public const int MostRows = 20;

    /// <summary>The sections that have anything to show, in the order in which they are read.</summary>
    public static IEnumerable<ReportBlock> Of(SweepReport report, ReportView view) =>
        [.. ResultTable.Of(report, view), .. ShareTable.Of(report), .. EffectTables.Of(report), .. Workers(report)];

    private static ReportBlock[] Workers(SweepReport report)
    {
        if (report.Workers.Count == 0)
            return [];
        var table = new ReportTable(
            [
                new("worker", false), new("state", false),
                new("finished", true), new("errors", true), new("busy", true), new("last seen (UTC)", false),
            ],
            [.. report.Workers.Take(MostRows).Select(w => (IReadOnlyList<string>)
            [
                Display.Shortened(Display.Line(w.Id), Arguments.LongestCell), Display.Line(w.State),
                Display.Number(w.Finished), Display.Number(w.Errors), Display.Seconds(w.BusySeconds), Display.Time(w.LastSeen),
            ])],
            report.Workers.Count > MostRows ? [$"{Display.Count(report.Workers.Count - MostRows, "more worker")} in report.json."] : []);
        var busy = Display.Seconds(report.Workers.Sum(w => w.BusySeconds));
        return [new ReportBlock.Heading("workers", $"{Display.Count(report.Workers.Count, "worker")}, busy for {busy} in all"), table];
    }
}
