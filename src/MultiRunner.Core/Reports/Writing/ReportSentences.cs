using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The sentences of the text formats.</summary>
internal static class ReportSentences
{
    /// <summary>"18 of 18 points finished, 0 failed"; then what is running and to run, if anything is.</summary>
    public static string Counts(SweepReport report)
    {
        var counts = report.Counts;
        var open = (counts.Running > 0 ? $", {Display.Number(counts.Running)} running" : "")
            + (counts.ToRun > 0 ? $", {Display.Number(counts.ToRun)} to run" : "");
        return $"{Display.Number(counts.Finished)} of {Display.Count(counts.Total, "point")} finished, "
            + $"{Display.Number(counts.Failed)} failed{open}";
    }

    /// <summary>The sentence that points of older code are left out, or null when there are none.</summary>
    public static string? Older(int? points) =>
        points is { } count ? $"{Display.Count(count, "point")} of older code {(count == 1 ? "is" : "are")} kept and not shown." : null;

    /// <summary>The best point in one sentence, or why there is none.</summary>
    public static string Best(SweepReport report)
    {
        if (report.Objective is not { } objective)
            return "No best point: the sweep has no objective. Name the metric to maximise or minimise in its attribute.";
        if (report.RankedBy is not { } metric || report.Best is not [var best, ..])
        {
            return report.Counts.Finished == 0
                ? "No best point yet: none has finished."
                : $"No best point: no result has the metric '{objective.Metric}'.";
        }

        var value = best.Metric(metric)!.Value;
        if (double.IsNaN(value))
            return $"No best point: {metric} is NaN wherever it was measured.";

        var others = report.Points.Where(p => p != best && p.Metric(metric) == value).Select(p => p.Index).ToList();
        var shared = others.Count == 0 ? "" : $" (the same at {Display.Points(others)})";
        return $"Best{(report.Counts.Open > 0 ? " so far" : "")}: {metric} = {Display.Number(value)} "
            + $"at {PointWithArguments(report, best)}{shared}, in {Display.Seconds(best.Seconds ?? 0)} on {best.Worker}.";
    }

    /// <summary>"by accuracy, highest first"; null without a ranking.</summary>
    public static string? Order(SweepReport report) =>
        report.RankedBy is { } metric ? $"by {metric}, {(report.Objective!.Maximize ? "highest" : "lowest")} first" : null;

    /// <summary>"point 7: batchSize = 64, learningRate = 0.01".</summary>
    public static string PointWithArguments(SweepReport report, ReportPoint point, bool capital = false)
    {
        var arguments = report.Parameters
            .Select((name, i) => (Name: name, Value: point.Arguments[i]))
            .Where(a => a.Value is not null)
            .Select(a => $"{a.Name} = {Display.Shortened(Display.Argument(a.Value), 60)}")
            .ToList();
        return Display.Points([point.Index], capital) + (arguments.Count == 0 ? "" : ": " + string.Join(", ", arguments));
    }

    /// <summary>How to run failed points again, or null when none has failed.</summary>
    public static string? Rerun(SweepReport report)
    {
        var failed = report.Points.Where(p => p.State == PointState.Failed).Select(p => p.Index).ToList();
        if (failed.Count == 0)
            return null;
        return $"'multirunner rerun --failed' puts {Display.Points(failed)} back to be run by the next worker that starts.";
    }

    /// <summary>Which points finished only after failed attempts, or null when none did.</summary>
    public static string? FinishedAfterFailures(SweepReport report)
    {
        var points = report.Points.Where(p => p.State == PointState.Finished && p.Failures is not null).Select(p => p.Index).ToList();
        if (points.Count == 0)
            return null;
        var place = points.Count == 1 ? SweepLayout.AttemptsAt(points[0]) : SweepLayout.Attempts;
        return $"{Display.Points(points, capital: true)} finished after failed attempts; what went wrong is in {place}.";
    }

    /// <summary>The sentences that say when the report was made and where the rest of it is.</summary>
    public static string Footer(SweepReport report) =>
        $"As of {Display.Time(report.Written)} UTC. Every point with every number: report.csv and report.json beside this file.";
}
