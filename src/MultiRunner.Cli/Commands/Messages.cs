using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Cli.Commands;

/// <summary>What the commands say beside what they print.</summary>
internal static class Messages
{
    public static string BestMayChange(PointCounts counts) =>
        $"{Display.Count(counts.Open, "point")} of {Display.Number(counts.Total)} can still change that.";

    public static string BestIsTied(int equals) => $"The best is the first of {Display.Number(equals)} that are equal.";

    public static string CheckpointsNotMoved(string checkpoints) =>
        $"Checkpoints are renamed before they are deleted, but the file system refuses that for '{checkpoints}'. Repeat the command as "
        + "the user to whom they belong.";

    public static string NoObjective(SweepReport report)
    {
        var metrics = report.Metrics.Count == 0
            ? "No result has a metric yet."
            : $"The metrics of its results: {string.Join(", ", report.Metrics.Select(name => $"'{Display.Line(name)}'"))}.";
        return $"A best point needs a metric to judge by, but {report.Sweep} has no objective. "
            + $"Give --maximize or --minimize. {metrics}";
    }
}
