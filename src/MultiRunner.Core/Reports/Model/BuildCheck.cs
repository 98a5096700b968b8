using MultiRunner.Format;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Model;

/// <summary>Whether workers of different builds run at the same time.</summary>
internal static class BuildCheck
{
    /// <summary>A worker that runs by its own record, and whose death nobody recorded.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Build">Its build, or null when it does not say.</param>
    /// <param name="Started">When it joined, by its own clock.</param>
    /// <param name="LastSeen">When it wrote its record, by its own clock.</param>
    internal sealed record Running(string Id, AssemblyStamp? Build, DateTimeOffset Started, DateTimeOffset LastSeen);

    /// <summary>The warnings about the workers of a report.</summary>
    public static IEnumerable<string> Warnings(IEnumerable<ReportWorker> workers) => Warnings(
    [
        .. workers.Where(w => w.State == WorkerStates.Running).Select(w => new Running(w.Id, w.Build, w.Started, w.LastSeen)),
    ]);

    /// <summary>A sentence that names each build and one worker of it, when there are several; nothing otherwise.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<Running> workers)
    {
        var known = workers.Where(w => w.Build is not null).ToList();
        if (known.MaxBy(w => w.Started) is not { } newest)
            yield break;

        // A worker that was killed while it ran no point says for ever that it runs. Its record is older than whatever came after it.
        var builds = known
            .Where(w => w.LastSeen >= newest.Started)
            .GroupBy(w => w.Build!)
            .OrderByDescending(g => g.Max(w => w.Started))
            .ThenBy(g => g.Key.ModuleId, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(w => w.Id).Order(StringComparer.Ordinal)]))
            .ToList();
        if (builds.Count > 1)
            yield return ReadingWarnings.SeveralBuildsRun(builds);
    }
}
