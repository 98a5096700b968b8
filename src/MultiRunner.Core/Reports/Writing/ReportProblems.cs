using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>What went wrong in a sweep, as the text formats tell it.</summary>
internal static class ReportProblems
{
    /// <summary>How many points are shown at most under one heading.</summary>
    public const int MostPoints = 10;

    private const int LongestReason = 400;

    /// <summary>
    /// Tells of failed points, of skipped points, of open points with failed attempts, of points that finished only after failed
    /// attempts, and of workers that stopped, if there are any.
    /// </summary>
    public static IEnumerable<ReportBlock> Of(SweepReport report) =>
    [
        .. Failures(report, "failed", "Failed points", p => p.State == PointState.Failed, ReportSentences.Rerun(report)),
        .. Skips(report),
        .. Failures(report, "retried", "Open points with failed attempts", IsOpenAfterFailures, remedy: null),
        .. Sentences(
            "recovered",
            "Failed attempts at finished points",
            [.. new[] { ReportSentences.FinishedAfterFailures(report) }.OfType<string>()]),
        .. Sentences(
            "stopped",
            "Why workers stopped",
            [.. report.Workers.Where(w => w.Reason is not null).Take(ReportSections.MostRows).Select(ReasonOf)]),
    ];

    private static bool IsOpenAfterFailures(ReportPoint point) =>
        point.Failures is not null && point.State is PointState.ToRun or PointState.Running;

    private static ReportBlock[] Failures(SweepReport report, string id, string title, Func<ReportPoint, bool> isMeant, string? remedy)
    {
        var points = report.Points.Where(isMeant).ToList();
        if (points.Count == 0)
            return [];
        List<string> notes = [];
        if (points.Count > MostPoints)
            notes.Add($"{Display.Count(points.Count - MostPoints, "more point")} in report.json.");
        notes.Add($"Stack traces: {SweepLayout.Attempts}/POINT.*.json");
        if (remedy is not null)
            notes.Add(remedy);
        var shown = points.Take(MostPoints).Select(p => (p.Index, FailedPoint.Of(report, p)));
        return
        [
            new ReportBlock.Heading(id, $"{title} ({Display.Number(points.Count)})"),
            .. EachErrorOnce(shown),
            new ReportBlock.Paragraphs(notes),
        ];
    }

    private static ReportBlock[] Skips(SweepReport report)
    {
        var sentences = ReportSentences.Skips(report).ToList();
        var more = sentences.Count - MostPoints;
        IEnumerable<string> shown = more > 0
            ? sentences.Take(MostPoints).Append($"{Display.Count(more, "more reason")} in report.json.")
            : sentences;
        return Sentences(
            "skipped",
            $"Skipped points ({Display.Number(report.Counts.Skipped)})",
            sentences.Count == 0 ? [] : [.. shown, "A worker that starts later tries them again."]);
    }

    private static ReportBlock[] Sentences(string id, string title, IReadOnlyList<string> sentences) =>
        sentences.Count == 0 ? [] : [new ReportBlock.Heading(id, title), new ReportBlock.Paragraphs(sentences)];

    private static string ReasonOf(ReportWorker worker) => Display.Shortened(Display.Line($"{worker.Id}: {worker.Reason}"), LongestReason);

    /// <summary>When one mistake makes every point fail, its message is shown at the first of them and the others refer to it.</summary>
    private static IEnumerable<FailedPoint> EachErrorOnce(IEnumerable<(int Index, FailedPoint Point)> points)
    {
        var firstPoint = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, point) in points)
            yield return point with { Errors = [.. point.Errors.Select(e => ReferringToFirst(e, index, firstPoint))] };
    }

    private static FailedPoint.Error ReferringToFirst(FailedPoint.Error error, int point, Dictionary<string, int> firstPoint)
    {
        var message = string.Join('\n', error.Lines);
        return error.Lines.Count == 0 || firstPoint.TryAdd(message, point)
            ? error
            : new FailedPoint.Error($"{error.Attempts}, the same as at {Display.Points([firstPoint[message]])}", []);
    }
}
