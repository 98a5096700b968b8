using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>What a report that lies in the directory says of points and workers.</summary>
/// <param name="Written">When the directory was read for it.</param>
/// <param name="Points">Its points.</param>
/// <param name="Workers">Its workers.</param>
/// <param name="Traces">The stack traces of failed attempts.</param>
/// <param name="Checkpoints">What it says of checkpoints, or null.</param>
/// <param name="Warnings">Its warnings.</param>
/// <param name="NewestBuild">The build that it takes for the newest, or null.</param>
internal sealed record EarlierReport(
    DateTimeOffset Written,
    IReadOnlyList<ReportPoint> Points,
    IReadOnlyList<ReportWorker> Workers,
    ReportTraces Traces,
    ReportCheckpoints? Checkpoints,
    IReadOnlyList<string> Warnings,
    AssemblyStamp? NewestBuild)
{
    /// <summary>
    /// Whether its results are still those of the directory, given that every file name is the same. A point whose result was deleted
    /// can be run again and have another result under the same name. The worker that ran it again has then finished more points than it
    /// had when the report was written, and more points than the report has results of that worker. The first of these two conditions
    /// alone also holds for a worker whose last results were read before its last heartbeat was written.
    /// </summary>
    /// <param name="workers">The workers as they are now.</param>
    public bool HasAllResultsOf(IReadOnlyList<ReportWorker> workers)
    {
        var finished = Points.Where(p => p.State == PointState.Finished).CountBy(p => p.Worker ?? "").ToDictionary();
        var before = Workers.ToLookup(w => w.Id, w => w.Finished);
        return workers.All(w => w.Finished <= Math.Max(finished.GetValueOrDefault(w.Id), before[w.Id].FirstOrDefault()));
    }
}
