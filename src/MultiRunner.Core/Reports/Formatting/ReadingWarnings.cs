using MultiRunner.Format;

namespace MultiRunner.Reports.Formatting;

/// <summary>Warnings about what was read: other builds, an older manifest.</summary>
internal static class ReadingWarnings
{
    private const int NamedWorkers = 3;

    public static string SeveralBuildsRun(IReadOnlyList<(AssemblyStamp Build, IReadOnlyList<string> Workers)> builds)
    {
        var each = builds.Select(b =>
            $"{b.Build.Text} on {string.Join(", ", b.Workers.Take(NamedWorkers))}"
            + (b.Workers.Count > NamedWorkers ? $" and {Display.Number(b.Workers.Count - NamedWorkers)} more" : ""));
        return $"Workers of {Display.Number(builds.Count)} builds run at the same time, the newest first: {string.Join("; ", each)}. "
            + "The results of all of them are kept and count. If only the newest is meant, stop the workers of the others.";
    }

    public static string OlderRevisionUsed(IReadOnlyList<string> problems, string used) =>
        $"{string.Join(' ', problems)} Meanwhile the newest revision that can be read is used, '{used}': points, parameters and objective "
        + "are those of older code.";
}
