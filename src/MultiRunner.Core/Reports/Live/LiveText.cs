using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Live;

/// <summary>Sweeps as somebody sees them who watches them.</summary>
internal static class LiveText
{
    private const int MostFailures = 5;
    private const int MostWarnings = 3;

    // The smaller of them make room when a screen is low.
    private static readonly int[] Limits = [1_000, 32, 16, 8, 4, 2, 1];

    /// <summary>
    /// The lines for a screen: none is wider than it, and they are not more than it has, as far as something can be left out.
    /// </summary>
    /// <param name="sweeps">The sweeps.</param>
    /// <param name="labels">What to call workers in place of their ids.</param>
    /// <param name="width">How many cells a line has.</param>
    /// <param name="height">How many lines there are.</param>
    public static IReadOnlyList<LiveLine> Screen(
        IReadOnlyList<LiveSweep> sweeps, IReadOnlyDictionary<string, string> labels, int width, int height)
    {
        IReadOnlyList<LiveLine> lines = [];
        foreach (var limit in Limits)
        {
            lines = [.. sweeps.SelectMany((sweep, i) => Of(sweep, labels, width, limit, isAlone: sweeps.Count == 1))];
            if (lines.Count <= height)
                break;
        }

        return lines;
    }

    /// <summary>How far a sweep has come, in one line of a log.</summary>
    public static string Progress(LiveSweep sweep)
    {
        var counts = sweep.Status.Counts;
        var left = counts.Open == 0 ? "" : $", {StatusText.Left(sweep.Status)}";
        return Display.Line($"{sweep.Status.Sweep}: {Counts(counts)}{left}{(Best(sweep) is { } best ? $"; {best}" : "")}");
    }

    /// <summary>"best so far: accuracy = 0.953 at point 7: lr = 0.01", or null when there is none.</summary>
    public static string? Best(LiveSweep sweep)
    {
        if (sweep is not { Best: { Objective: { } value } best, Objective: { } objective })
            return null;
        var some = sweep.Status.Counts.Open > 0 || sweep.Unread > 0 ? " so far" : "";
        if (sweep.Repeats.Count == 0)
        {
            var point = best.Members[0];
            var arguments = ReportSentences.Arguments(sweep.Parameters, point.Arguments);
            return $"best{some}: {objective.Metric} = {Display.Number(value.Mean)} at {Tied(best, "points")}"
                + $"{Display.Points([point.Index])}: {arguments}";
        }

        var factors = sweep.Parameters.Where(p => !sweep.Repeats.Contains(p)).ToList();
        var of = best.IsIncomplete ? $" of {Display.Number(best.Repeats)} repeats" : "";
        var count = $"{Display.Number(value.Count)}{of}";
        return $"best{some}: {objective.Metric} = {MeanCell.Of(value)} (mean of {count}) at {Tied(best, "configurations")}"
            + ReportSentences.Arguments(factors, best.Arguments);
    }

    private static string Tied(Configuration best, string what) =>
        best.Tied is { } count ? $"{Display.Number(count)} tied {what}, the first: " : "";

    /// <summary>"point 3: InvalidOperationException: no convergence".</summary>
    public static string Failure(LiveFailure failure) => $"{Display.Points(failure.Points)}: {failure.Text}";

    private static IEnumerable<LiveLine> Of(
        LiveSweep sweep, IReadOnlyDictionary<string, string> labels, int width, int limit, bool isAlone)
    {
        yield return LiveLine.Of(sweep.Status.Sweep, LiveTone.Strong).Fit(width);
        yield return ProgressBar.Of(sweep.Status.Counts, width);
        foreach (var line in Numbers(sweep).SelectMany(text => LiveLine.Folded(text, width)))
            yield return line;
        if (Best(sweep) is { } best)
        {
            foreach (var line in LiveLine.Folded(best, width, LiveTone.Good).Take(limit > 1 ? 3 : 1))
                yield return line;
        }

        // What is complete has nothing to watch, and makes room for the others.
        if (isAlone || !sweep.IsComplete)
        {
            foreach (var line in new WorkerTable(sweep, labels, width).Lines(limit))
                yield return line;
            foreach (var line in Failures(sweep, width, Math.Min(limit, MostFailures)))
                yield return line;
        }

        foreach (var warning in sweep.Status.Warnings.Take(Math.Min(limit, MostWarnings)))
            yield return LiveLine.Of($"Warning: {warning}", LiveTone.Notable).Fit(width);
        if (!isAlone)
            yield return LiveLine.Of("");
    }

    private static IEnumerable<string> Numbers(LiveSweep sweep)
    {
        var status = sweep.Status;
        yield return Counts(status.Counts);
        if (status.Counts.Open > 0)
            yield return StatusText.Rate(status);
        if (StatusText.Unselected(status) is { } unselected)
            yield return unselected;
        if (sweep.Unread > 0)
            yield return $"{Display.Count(sweep.Unread, "result")} not read yet";
    }

    /// <summary>"10 finished, 1 failed, 2 running, 5 to run"; then how many are skipped, if any are.</summary>
    private static string Counts(PointCounts counts)
    {
        var open = counts.Open == 0 ? "" : $", {Display.Number(counts.Running)} running, {Display.Number(counts.ToRun)} to run";
        return $"{Display.Number(counts.Finished)} of {Display.Count(counts.Total, "point")} finished, "
            + $"{Display.Number(counts.Failed)} failed{ReportSentences.Skipped(counts)}{open}";
    }

    private static IEnumerable<LiveLine> Failures(LiveSweep sweep, int width, int most)
    {
        if (sweep.FailedAttempts == 0)
            yield break;
        yield return LiveLine.Of(Display.Count(sweep.FailedAttempts, "failed attempt"), LiveTone.Bad).Fit(width);
        foreach (var failure in sweep.Failures.Take(most))
            yield return LiveLine.Of($"  {Failure(failure)}").Fit(width);
        if (sweep.Failures.Count > most)
            yield return LiveLine.Of($"  and {Display.Count(sweep.Failures.Count - most, "other message")}", LiveTone.Faint).Fit(width);
    }
}
