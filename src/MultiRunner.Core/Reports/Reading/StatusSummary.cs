using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Makes the status of a sweep of what a look showed.</summary>
/// <param name="path">The path of the sweep directory, for people.</param>
/// <param name="me">The process that looks. It can tell of workers on its own system whether they are gone.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class StatusSummary(string path, WorkerIdentity me, TimeProvider time)
{
    private readonly LiveWorkers live = new(me, time);

    /// <summary>The status.</summary>
    /// <param name="look">What the look showed.</param>
    /// <param name="selected">The points that are wanted; null for all that count.</param>
    /// <param name="clock">For how long points have been running.</param>
    /// <param name="timeLeft">Estimates when points are done.</param>
    public SweepStatus Of(SweepLook look, IReadOnlyCollection<int>? selected, ClaimClock clock, TimeLeft timeLeft)
    {
        var points = selected ?? look.Points;
        var skipped = SkippedPoints.In(look.Attempts, live.Hosts(look.Records, look.Attempts));
        var counts = Count(points, look, skipped);
        var workers = WorkersOf(look);
        var living = workers.Where(w => w.Live).Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
        var selection = Selection.Of(look.Records, living);
        var waiting = points.Where(p => look.StateOf(p) == PointState.ToRun && !skipped.Contains(p)).ToLookup(selection.Has);
        var running = points.Where(p => look.StateOf(p) == PointState.Running).ToLookup(p => living.Contains(look.States[p].Owner!));
        var unselected = waiting[false].Count();
        var atATime = Math.Max(running[true].Count(), workers.Count(w => w is { Live: true, State: WorkerStates.Running }));

        // The points of workers that are dead will be put back.
        var next = waiting[true].Concat(running[false]).ToList();
        var left = counts.Open == 0 ? 0
            : next.Count == 0 && !running[true].Any() ? null
            : timeLeft.Of(
                look.Manifest?.Points ?? [],
                next,
                running[true].Select(p => (p, clock.SecondsOf(p, look.States[p].Owner!))),
                look.Manifest is null ? 0 : atATime);
        var rate = RateOf(workers);
        return new SweepStatus(
            look.Manifest?.DisplayName ?? Path.GetFileName(path),
            path,
            time.GetUtcNow(),
            counts,
            unselected == 0 ? null : unselected,
            ReportGrid.Of(look.Manifest),
            look.Manifest?.OlderPoints,
            rate is null ? null : Math.Round(rate.Value, 3),
            left is null ? null : Math.Round(left.Value, 1),
            workers,
            [.. look.Warnings, .. BuildWarnings(workers, look.Records)]);
    }

    private static PointCounts Count(IReadOnlyCollection<int> points, SweepLook look, IReadOnlySet<int> skippedIfToRun)
    {
        // The result of a committed point is decided.
        var found = points.CountBy(look.StateOf).ToDictionary();
        int In(PointState state) => found.GetValueOrDefault(state);
        var finished = In(PointState.Finished) + In(PointState.Committed);
        var skipped = skippedIfToRun.Count == 0
            ? 0
            : points.Count(p => skippedIfToRun.Contains(p) && look.StateOf(p) == PointState.ToRun);
        return new PointCounts(
            points.Count, finished, In(PointState.Failed), In(PointState.Running), In(PointState.ToRun) - skipped, skipped);
    }

    private static IReadOnlyList<string> BuildWarnings(
        IReadOnlyList<StatusWorker> workers, IReadOnlyList<(string Id, WorkerRecord Record)> records)
    {
        var builds = records.ToDictionary(r => r.Id, r => r.Record.Assembly);
        var running = workers
            .Where(w => w.State == WorkerStates.Running)
            .Select(w => new BuildCheck.Running(w.Id, builds[w.Id], w.Started, w.LastSeen));
        return [.. BuildCheck.Warnings([.. running])];
    }

    private IReadOnlyList<StatusWorker> WorkersOf(SweepLook look)
    {
        var crashed = LiveWorkers.Crashed(look.Attempts);
        var claims = look.States.Values
            .Where(file => file.State == PointState.Running)
            .ToLookup(file => file.Owner!, file => file.Point);
        var workers = new List<StatusWorker>();
        foreach (var (id, record) in look.Records)
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
