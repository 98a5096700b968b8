using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report for people, as the text formats print it: the answer first, then the tables, then what went wrong.</summary>
internal static class ReportDocument
{
    /// <summary>The blocks of the report, in the order in which they are read.</summary>
    public static IReadOnlyList<ReportBlock> Of(SweepReport report, ReportView view) =>
    [
        new ReportBlock.Summary(
            report.Sweep,
            $"{ReportSentences.Counts(report)}.",
            [.. new[] { GridSentences.Of(report.Grid) }.OfType<string>(), .. BuildSentences.Of(report)],
            Headline.Best(report),
            [.. Notes(report, view)]),
        .. Warnings(report.Warnings),
        .. ReportSections.Of(report, view),
        .. ReportProblems.Of(report),
        new ReportBlock.Paragraphs([.. new[] { CheckpointSentence.Of(report), ReportSentences.Footer(report) }.OfType<string>()]),
        .. Place(report),
    ];

    private static IEnumerable<string> Notes(SweepReport report, ReportView view)
    {
        foreach (var sentence in Headline.Certainty(report))
            yield return sentence;
        if (ReportSentences.Older(report.OlderPoints) is { } older)
            yield return older;
        foreach (var note in view.Notes)
            yield return note;
    }

    private static ReportBlock[] Place(SweepReport report) =>
        report.Directory is { } directory ? [new ReportBlock.Place(directory)] : [];

    private static IEnumerable<ReportBlock> Warnings(IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
            yield break;
        yield return new ReportBlock.Heading("warnings", "Warnings");
        var shown = warnings.Take(ReportSections.MostRows);
        if (warnings.Count > ReportSections.MostRows)
            shown = shown.Append($"{Display.Count(warnings.Count - ReportSections.MostRows, "more warning")} in report.json.");
        yield return new ReportBlock.Warnings([.. shown]);
    }
}
