using System.Globalization;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The sentence that says what checkpoints of finished points are kept.</summary>
internal static class CheckpointSentence
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB", "PB"];

    /// <summary>The sentence, or null when there are none.</summary>
    public static string? Of(SweepReport report)
    {
        if (report.Checkpoints is not { } kept)
            return null;
        var size = kept.Bytes is { } bytes ? $"{Size(bytes)} in all" : "`multirunner report` adds up their size";
        return $"The checkpoints of {Display.Count(kept.Points, "finished point")} are kept ({size}). "
            + "`multirunner clean --checkpoints` removes them.";
    }

    /// <summary>"999 bytes", "1.2 GB": decimal units, of which each is a thousand of the one before.</summary>
    private static string Size(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 999.5 && unit < Units.Length - 1)
            (size, unit) = (size / 1000, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, size < 10 ? 1 : 0)} {Units[unit]}");
    }
}
