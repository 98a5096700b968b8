using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>
/// Tells which workers are dead, without comparing the clocks of two machines: a worker is dead when its heartbeat has not changed
/// for a whole lease of this process's own monotonic time and for seven of the worker's own intervals, or at once when it was a
/// process of this very system that is gone.
/// </summary>
/// <remarks>
/// Silence says nothing while this process is itself cut off from the server, or stopped. When two looks are more than half a lease
/// apart, the silence counts anew from the second look on. That happens once for each beat; otherwise a worker that is looked at more
/// rarely than that would never count as dead.
/// </remarks>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">This worker.</param>
/// <param name="options">How it takes part.</param>
/// <param name="time">The clock.</param>
/// <param name="pathOf">Where a worker shows itself. Null: in its heartbeat file.</param>
internal sealed class Liveness(
    ISharedDirectory directory,
    WorkerIdentity me,
    SweepOptions options,
    TimeProvider time,
    Func<string, string>? pathOf = null)
{
    /// <summary>After as many of its own beats without a change a worker that beats slowly is taken for dead.</summary>
    public const int BeatsUntilDead = 7;

    private readonly Func<string, string> pathOf = pathOf ?? SweepLayout.Worker;
    private readonly Dictionary<string, Observation> observations = new(StringComparer.Ordinal);

    /// <summary>How long it takes at most until one of the workers that were looked at, if it is dead, counts as dead.</summary>
    public TimeSpan LongestLease { get; private set; } = options.Lease;

    /// <summary>
    /// Looks at one worker's heartbeat. Ask again and again: the verdict comes from what changes between two looks. Not to be
    /// asked by two at the same time.
    /// </summary>
    public async ValueTask<WorkerSighting> Observe(string worker)
    {
        if (worker == me.Id)
            return new WorkerSighting(Verdict.Alive, Record: null, time.GetTimestamp());

        // When during a look the beat was read is not known, least of all if this process was stopped meanwhile: so from the
        // end of the look that found it first to the beginning of this one, it has certainly not changed.
        var looked = time.GetTimestamp();
        var json = await directory.TryRead(pathOf(worker)).ConfigureAwait(false);

        // Most looks find what the one before has found, and it need not be taken apart again.
        var isKnown = observations.TryGetValue(worker, out var last);
        var isSame = isKnown && (json is null ? last.Json is null : json.AsSpan().SequenceEqual(last.Json));
        var record = isSame ? last.Record : HeartbeatFile.TryParse(json);
        if (record?.State == WorkerStates.Exited)
            return new WorkerSighting(Verdict.Exited, record, looked);
        if (record is not null && me.KnowsToBeGone(record.Worker))
            return new WorkerSighting(Verdict.Dead, record, looked);

        // A worker may have been told to beat more slowly than this one: seven of its own beats are waited for, too.
        var own = TimeSpan.FromSeconds((record?.IntervalSeconds ?? 0) * BeatsUntilDead);
        var lease = own > options.Lease ? own : options.Lease;
        LongestLease = lease > LongestLease ? lease : LongestLease;

        // No file counts like a file that never changes: its worker may not have written it yet, or it is hidden by a cache.
        var beat = record?.Beat ?? -1;
        var now = time.GetTimestamp();
        if (!isKnown || last.Beat != beat)
        {
            observations[worker] = new Observation(json, record, beat, Since: now, CountsFrom: now, Looked: now);
            return new WorkerSighting(Verdict.Alive, record, now);
        }

        var isAfterGap = last.CountsFrom == last.Since && time.GetElapsedTime(last.Looked, now) > lease / 2;
        var seen = last with { Json = json, Record = record, CountsFrom = isAfterGap ? now : last.CountsFrom, Looked = now };
        observations[worker] = seen;
        var isDead = time.GetElapsedTime(seen.CountsFrom, looked) >= lease;
        return new WorkerSighting(isDead ? Verdict.Dead : Verdict.Alive, record, seen.Since);
    }

    /// <summary>What the looks at one worker have shown.</summary>
    /// <param name="Json">Its heartbeat file.</param>
    /// <param name="Record">What that says.</param>
    /// <param name="Beat">Its beat.</param>
    /// <param name="Since">Since when that beat has been there.</param>
    /// <param name="CountsFrom">Since when it has been silent while this process could hear it.</param>
    /// <param name="Looked">When the last look was over.</param>
    private readonly record struct Observation(byte[]? Json, WorkerRecord? Record, long Beat, long Since, long CountsFrom, long Looked);
}
