using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads how far a sweep has come. Changes nothing and never throws for what it finds: what is missing or cannot be read
/// becomes a warning.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="path">Its path, for people.</param>
/// <param name="me">The process that reads. It can tell of workers on its own system whether they are gone.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class SweepStatusReader(ISharedDirectory directory, string path, WorkerIdentity me, TimeProvider time)
{
    private readonly LiveWorkers live = new(me, time);

    /// <summary>
    /// Reads the status of the points that count: those of the newest code, as the manifest says. Without a manifest all count
    /// that have a state file.
    /// </summary>
    public ValueTask<SweepStatus> Read() => ReadOf(selected: null);

    /// <summary>Reads how far those points have come that a run of tests selected.</summary>
    /// <param name="selected">Their indices.</param>
    public ValueTask<SweepStatus> ReadSelected(IReadOnlyCollection<int> selected) => ReadOf(selected);

    private async ValueTask<SweepStatus> ReadOf(IReadOnlyCollection<int>? selected)
    {
        var source = new ReportSource(directory);
        var manifest = await source.ReadManifest().ConfigureAwait(false);
        var states = StateFile.LatestOf(await source.List(SweepLayout.Ini).ConfigureAwait(false));
        var attempts = await source.List(SweepLayout.Attempts).ConfigureAwait(false);
        var records = await source.ReadWorkers().ConfigureAwait(false);
        var skipped = SkippedPoints.In(attempts, live.Hosts(records, attempts));
        var counts = Count(selected ?? manifest?.Current ?? [.. states.Keys], states, skipped);
        var workers = ReadWorkers(attempts, states, records);
        WarnOfBuilds(source, workers, records);
        var rate = RateOf(workers);
        return new SweepStatus(
            manifest?.DisplayName ?? Path.GetFileName(path),
            path,
            time.GetUtcNow(),
            counts,
            ReportGrid.Of(manifest),
            manifest?.OlderPoints,
            rate is null ? null : Math.Round(rate.Value, 3),
            counts.Open == 0 ? 0 : rate is null ? null : Math.Round(counts.Open / rate.Value * 60, 1),
            workers,
            source.Warnings);
    }

    private static PointCounts Count(
        IReadOnlyCollection<int> points, Dictionary<int, StateFile> states, IReadOnlySet<int> skippedIfToRun)
    {
        // The result of a committed point is decided. A point without a file is about to get one.
        PointState StateOf(int point) => states.TryGetValue(point, out var file) ? file.State : PointState.ToRun;
        var found = points.CountBy(StateOf).ToDictionary();
        int In(PointState state) => found.GetValueOrDefault(state);
        var finished = In(PointState.Finished) + In(PointState.Committed);
        var skipped = skippedIfToRun.Count == 0 ? 0 : points.Count(p => skippedIfToRun.Contains(p) && StateOf(p) == PointState.ToRun);
        return new PointCounts(
            points.Count, finished, In(PointState.Failed), In(PointState.Running), In(PointState.ToRun) - skipped, skipped);
    }

    private static void WarnOfBuilds(
        ReportSource source, IReadOnlyList<StatusWorker> workers, IReadOnlyList<(string Id, WorkerRecord Record)> records)
    {
        var builds = records.ToDictionary(r => r.Id, r => r.Record.Assembly);
        var running = workers
            .Where(w => w.State == WorkerStates.Running)
            .Select(w => new BuildCheck.Running(w.Id, builds[w.Id], w.Started, w.LastSeen));
        foreach (var warning in BuildCheck.Warnings([.. running]))
            source.Warn(warning);
    }

    private IReadOnlyList<StatusWorker> ReadWorkers(
        IReadOnlyList<string> attempts, Dictionary<int, StateFile> states, IReadOnlyList<(string Id, WorkerRecord Record)> records)
    {
        var crashed = LiveWorkers.Crashed(attempts);
        var claims = states.Values.Where(file => file.State == PointState.Running).ToLookup(file => file.Owner!, file => file.Point);
        var workers = new List<StatusWorker>();
        foreach (var (id, record) in records)
        {
            var isLost = live.IsLost(id, record, crashed);
            var state = isLost ? ReportWorker.Lost : record.State;
            workers.Add(new StatusWorker(
                id,
                record.Worker.Host,
                state,
                Silent: !isLost && state != WorkerStates.Exited && live.IsSilent(record),
                Running: [.. claims[id].Order()],
                record.Finished,
                record.Errors,
                record.Started,
                record.Updated,
                record.Reason));
        }

        return [.. workers.OrderByDescending(w => w.Live).ThenByDescending(w => w.Finished).ThenBy(w => w.Id, StringComparer.Ordinal)];
    }

    /// <summary>The rates of the workers together. Each is taken by the worker's own clock, so that no two clocks are compared.</summary>
    private static double? RateOf(IReadOnlyList<StatusWorker> workers)
    {
        var rate = workers
            .Where(w => w.Live && w.State == WorkerStates.Running && w.LastSeen > w.Started)
            .Sum(w => w.Finished / (w.LastSeen - w.Started).TotalMinutes);
        return rate > 0 ? rate : null;
    }
}
