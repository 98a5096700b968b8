using System.Text.Json;

namespace MultiRunner.Sweeps;

/// <summary>
/// Chooses the point that an idle worker runs a second time. There is at most one duplicate of a point, as far as the
/// workers' heartbeat files tell; two that start at the same moment cost time, never truth.
/// </summary>
internal sealed class Speculator(ISharedDirectory directory, PointPool pool, Liveness liveness, WorkerIdentity me, WorkerStatus status, SweepOptions options, Durations durations)
{
    // Below this a duplicate saves nobody anything.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>Whether others run points that could be run here as well, sooner or later.</summary>
    public bool MayChoose => options.Speculation != Speculation.Never && pool.Stragglers().Count > 0;

    /// <summary>
    /// The point to duplicate now, taken in the pool and announced in this worker's heartbeat file; or null, and how long
    /// to wait at most before asking again.
    /// </summary>
    public async ValueTask<(int? Point, TimeSpan? Wait)> Choose()
    {
        if (options.Speculation == Speculation.Never || pool.Stragglers() is not [_, ..] stragglers)
            return (null, null);
        var records = await ReadOthers().ConfigureAwait(false);
        if (Threshold(records) is not { } threshold)
            return (null, null);
        foreach (var (point, owner, age) in stragglers)
        {
            if (age < threshold)
                return (null, threshold - age);
            if (IsDuplicated(point, owner, records))
                continue;

            // A dead worker's claim is taken back instead, and its attempt counted: if the point killed it, a duplicate would be
            // killed as well, and nobody would count that.
            if (await liveness.Observe(owner).ConfigureAwait(false) != Liveness.Verdict.Alive || !pool.TryTakeForDuplicate(point))
                continue;

            var isMine = false;
            try
            {
                isMine = await Announce(point, owner).ConfigureAwait(false);
            }
            finally
            {
                if (!isMine)
                {
                    status.Withdrew(point);
                    pool.Forget(point);
                }
            }

            if (isMine)
                return (point, null);
        }

        return (null, null);
    }

    /// <summary>Announces first and looks again then: of two that do so at the same moment, the one with the later name steps back.</summary>
    private async ValueTask<bool> Announce(int point, string owner)
    {
        status.Started(point);
        await status.Write().ConfigureAwait(false);
        var rivals = await ReadOthers().ConfigureAwait(false);
        return !rivals.Any(r => r.Worker.Id != owner && r.Running.Contains(point) && string.CompareOrdinal(r.Worker.Id, me.Id) < 0);
    }

    /// <summary>
    /// How long another worker must have been running a point to count as a straggler; null while nothing is known. A tenth
    /// longer than the median, since half of all points take longer than the median itself; and longer than any point took
    /// here, since some points of a grid are slow wherever they run.
    /// </summary>
    private TimeSpan? Threshold(List<WorkerRecord> records)
    {
        if (options.Speculation == Speculation.Always)
            return TimeSpan.Zero;
        if ((durations.Median ?? Mean(records)) is not { } usual)
            return null;
        var threshold = usual * 1.1;
        threshold = durations.Longest > threshold ? durations.Longest : threshold;
        return threshold > Least ? threshold : Least;
    }

    private static bool IsDuplicated(int point, string owner, List<WorkerRecord> records) =>
        records.Any(r => r.Worker.Id != owner && r.Running.Contains(point));

    /// <summary>For a worker that has not finished a point itself: the mean of the others.</summary>
    private static TimeSpan? Mean(List<WorkerRecord> records) =>
        records.Sum(r => r.Finished) is > 0 and var count ? TimeSpan.FromSeconds(records.Sum(r => r.BusySeconds) / count) : null;

    private async ValueTask<List<WorkerRecord>> ReadOthers()
    {
        var records = new List<WorkerRecord>();
        foreach (var name in await directory.List(SweepLayout.Workers).ConfigureAwait(false))
        {
            if (SweepLayout.WorkerOf(name) is not { } worker || worker == me.Id
                || await directory.TryRead(SweepLayout.Worker(worker)).ConfigureAwait(false) is not { } json)
            {
                continue;
            }

            try
            {
                if (JsonSerializer.Deserialize(json, SweepJson.Readable.WorkerRecord) is not { } record)
                    continue;
                if (await liveness.Observe(worker).ConfigureAwait(false) != Liveness.Verdict.Alive)
                    record = record with { Running = [] };
                records.Add(record);
            }
            catch (JsonException)
            {
                // A damaged heartbeat file says nothing about who runs what.
            }
        }

        return records;
    }
}
