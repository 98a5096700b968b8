using MultiRunner.Format;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// For how long points have been running, as far as looks can tell: for as long as their worker said at its last beat and the time
/// since that beat, or since a look first showed the claim.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ClaimClock(TimeProvider time)
{
    private readonly Dictionary<string, (long Beat, long Seen)> beats = new(StringComparer.Ordinal);
    private Dictionary<(int Point, string Worker), long> since = [];

    /// <summary>Takes in a look.</summary>
    public void Update(SweepLook look)
    {
        var now = time.GetTimestamp();
        var running = new Dictionary<(int Point, string Worker), long>();
        foreach (var file in look.States.Values.Where(file => file.State == PointState.Running))
            running[(file.Point, file.Owner!)] = since.TryGetValue((file.Point, file.Owner!), out var before) ? before : now;
        foreach (var (id, record) in look.Records.Where(r => r.Record.State != WorkerStates.Exited))
        {
            var beat = WhenBeaten(id, record, now);
            foreach (var point in record.Running)
            {
                var begun = beat - (long)(point.Seconds * time.TimestampFrequency);
                running[(point.Point, id)] = running.TryGetValue((point.Point, id), out var seen) ? Math.Min(seen, begun) : begun;
            }
        }

        since = running;
    }

    /// <summary>For how many seconds a worker has been running a point.</summary>
    public double SecondsOf(int point, string worker) =>
        since.TryGetValue((point, worker), out var begun) ? Math.Max(0, time.GetElapsedTime(begun).TotalSeconds) : 0;

    /// <summary>
    /// When a beat was written. A beat that is new to this process is as old as the clocks of both machines say, but no older than the
    /// pause between two beats: the clocks may differ.
    /// </summary>
    private long WhenBeaten(string id, WorkerRecord record, long now)
    {
        if (beats.TryGetValue(id, out var known) && known.Beat == record.Beat)
            return known.Seen;
        var age = Math.Clamp((time.GetUtcNow() - record.Updated).TotalSeconds, 0, Math.Max(0, record.IntervalSeconds));
        var seen = now - (long)(age * time.TimestampFrequency);
        beats[id] = (record.Beat, seen);
        return seen;
    }
}
