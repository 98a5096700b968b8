using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>What went wrong in a sweep, as the text formats tell it.</summary>
internal static class ReportProblems
{
    /// <summary>Points shown at most under one heading.</summary>
    public const int MostPoints = 10;

    private const int LongestReason = 400;

    /// <summary>Failed points; open points with failed attempts; points that finished only after failed attempts; workers that stopped. Each only if there are any.</summary>
    public static IReadOnlyList<ReportProblem> Of(SweepReport report)
    {
        var problems = new List<ReportProblem>();
        Add(report, problems, "Failed points", p => p.State == PointState.Failed, ReportSentences.Retry(report));
        Add(report, problems, "Open points with failed attempts", p => p.Failures is not null && p.State is PointState.ToRun or PointState.Running, null);
        if (ReportSentences.FinishedAfterFailures(report) is { } late)
            problems.Add(new ReportProblem("Failed attempts at finished points", [], [late]));
        var stopped = report.Workers.Where(w => w.Reason is not null).Take(ReportSections.MostRows).Select(w => Display.Shortened(Display.Line($"{w.Id}: {w.Reason}"), LongestReason)).ToList();
        if (stopped.Count > 0)
            problems.Add(new ReportProblem("Why workers stopped", [], stopped));
        return problems;
    }

    private static void Add(SweepReport report, List<ReportProblem> problems, string title, Func<ReportPoint, bool> isMeant, string? remedy)
    {
        var points = report.Points.Where(isMeant).ToList();
        if (points.Count == 0)
            return;
        List<string> notes = [];
        if (points.Count > MostPoints)
            notes.Add($"{Display.Count(points.Count - MostPoints, "more point")} in report.json.");
        notes.Add($"Stack traces: {SweepLayout.Attempts}/POINT.*.json");
        if (remedy is not null)
            notes.Add(remedy);
        problems.Add(new ReportProblem($"{title} ({Display.Number(points.Count)})", EachErrorOnce([.. points.Take(MostPoints).Select(p => (p.Index, FailedPointText.Of(report, p)))]), notes));
    }

    /// <summary>When one mistake makes every point fail, its message is shown at the first of them and the others refer to it.</summary>
    private static List<FailedPointText> EachErrorOnce(IReadOnlyList<(int Index, FailedPointText Text)> points)
    {
        var firstPoint = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. points.Select(p => p.Text with
        {
            Errors = [.. p.Text.Errors.Select(e =>
                e.Lines.Count == 0 || firstPoint.TryAdd(string.Join('\n', e.Lines), p.Index)
                    ? e
                    : new FailedPointText.Error($"{e.Attempts}, the same as at {Display.Points([firstPoint[string.Join('\n', e.Lines)]])}", []))],
        })];
    }
}
