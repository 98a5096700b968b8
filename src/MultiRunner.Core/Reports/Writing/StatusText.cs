using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The status for a terminal.</summary>
internal static class StatusText
{
    private const int MostPoints = 5;

    /// <summary>
    /// Prints a line for the sweep, one for how its points were chosen, one for the rate, one for points that nobody has
    /// selected, one for each worker that has not left, and one
    /// for all that have left.
    /// </summary>
    public static string Print(SweepStatus status)
    {
        var text = new StringBuilder();
        Line($"{status.Sweep}: {Counts(status.Counts)}");
        if (GridSentences.Of(status.Grid) is { } grid)
            Line($"  {grid}");
        if (ReportSentences.Older(status.OlderPoints) is { } older)
            Line($"  {older}");
        if (status.Counts.Open > 0)
            Line($"  {Rate(status)}");
        if (Unselected(status) is { } unselected)
            Line($"  {unselected}");
        foreach (var worker in status.Workers.Where(w => w.State != WorkerStates.Exited))
            Line($"  {Worker(worker, status.Read)}");
        if (status.Workers.Count(w => w.State == WorkerStates.Exited) is > 0 and var exited)
            Line($"  {Display.Count(exited, "worker")} exited");
        foreach (var warning in status.Warnings)
            Line($"  Warning: {warning}");
        return text.ToString();

        void Line(string line) => text.Append(Display.Line(line)).Append('\n');
    }

    /// <summary>"18 points: 3 to run, 2 running, 12 finished, 1 failed"; then how many are skipped, if any are.</summary>
    public static string Counts(PointCounts counts) =>
        $"{Display.Count(counts.Total, "point")}: {Display.Number(counts.ToRun)} to run, {Display.Number(counts.Running)} running, "
        + $"{Display.Number(counts.Finished)} finished, {Display.Number(counts.Failed)} failed{ReportSentences.Skipped(counts)}";

    /// <summary>"2 live workers, 12.5 points a minute, about 3 min 5 s left".</summary>
    public static string Rate(SweepStatus status)
    {
        var live = Display.Count(status.Workers.Count(w => w.Live), "live worker");
        var rate = status.PointsPerMinute is { } known ? $"{Display.Number(Math.Round(known, 1))} points a minute" : "rate not known yet";
        return $"{live}, {rate}, {Left(status)}";
    }

    /// <summary>"about 3 min 5 s left", or that it is not known yet.</summary>
    public static string Left(SweepStatus status) =>
        status.SecondsLeft is { } left ? $"about {Display.Seconds(left)} left" : "time left not known yet";

    /// <summary>How many points no running worker has selected, or null when none.</summary>
    public static string? Unselected(SweepStatus status) => status.Unselected is { } points
        ? $"{Display.Count(points, "point")} to run {(points == 1 ? "is" : "are")} selected by no running worker"
        : null;

    private static string Worker(StatusWorker worker, DateTimeOffset now)
    {
        var more = worker.Running.Count > MostPoints ? ", ..." : "";
        var points = string.Join(", ", worker.Running.Take(MostPoints).Select(Display.Number)) + more;
        var running = worker.Running.Count == 0 ? "" : $" at {(worker.Running.Count == 1 ? "point" : "points")} {points}";
        var silence = worker.Silent ? ", silent (dead, or its clock differs)" : "";
        var reason = worker.Reason is { } why ? $": {why}" : "";
        var ago = Display.Seconds(Math.Max(0, Math.Round((now - worker.LastSeen).TotalSeconds)));
        return $"{worker.Id}: {worker.State}{running}, {Display.Number(worker.Finished)} finished, "
            + $"{Display.Count(worker.Errors, "error")}, last seen {ago} ago{silence}{reason}";
    }
}
