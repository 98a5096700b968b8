using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>A build of the user's code, and the results of it that count.</summary>
/// <param name="Build">The build.</param>
/// <param name="Results">How many of the results that count are of it.</param>
/// <param name="First">When the first of them started, by its worker's clock.</param>
/// <param name="Last">When the last of them started, by its worker's clock.</param>
internal sealed record ReportBuild(AssemblyStamp Build, int Results, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>
    /// The builds of the results that count, newest first. The newest build is the one whose worker joined last. Builds of which no
    /// worker has a record come after those, by when their last result started.
    /// </summary>
    public static IReadOnlyList<ReportBuild> Of(IReadOnlyList<ReportPoint> points, IReadOnlyList<ReportWorker> workers)
    {
        var joined = workers
            .Where(w => w.Build is not null)
            .GroupBy(w => w.Build!)
            .ToDictionary(g => g.Key, g => g.Max(w => w.Started));
        var found = new Dictionary<AssemblyStamp, ReportBuild>();
        foreach (var point in points)
        {
            if (point is not { Metrics: not null, Build: { } build, Started: { } started })
                continue;
            found[build] = found.TryGetValue(build, out var before)
                ? before with
                {
                    Results = before.Results + 1,
                    First = started < before.First ? started : before.First,
                    Last = started > before.Last ? started : before.Last,
                }
                : new ReportBuild(build, 1, started, started);
        }

        return
        [
            .. found.Values
                .OrderByDescending(b => joined.TryGetValue(b.Build, out var time) ? time : DateTimeOffset.MinValue)
                .ThenByDescending(b => b.Last)
                .ThenBy(b => b.Build.ModuleId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The builds that records of workers name, the one that joined last first.</summary>
    public static IReadOnlyList<AssemblyStamp> NewestFirst(IReadOnlyList<ReportWorker> workers) =>
        [.. workers.Where(w => w.Build is not null).OrderByDescending(w => w.Started).Select(w => w.Build!).Distinct()];

    /// <summary>
    /// The build that joined last: that of the worker that did so, by its record. Where no record names a build it is the one that
    /// made the newest revision of the manifest, unless a result has started since, of which the build is known then. Null when
    /// nothing tells.
    /// </summary>
    public static AssemblyStamp? NewestOf(IReadOnlyList<ReportBuild> builds, IReadOnlyList<ReportWorker> workers, Manifest? manifest)
    {
        if (NewestFirst(workers) is [var newest, ..])
            return newest;
        var last = builds.MaxBy(b => b.Last);
        return last is null || manifest?.Created > last.Last ? manifest?.Assembly : last.Build;
    }
}
