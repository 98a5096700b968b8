using MultiRunner.Format;

namespace MultiRunner.Membership;

/// <summary>
/// Notices which workers run another build than this one while this one takes part. People are told of it, and nothing is decided
/// by it. It belongs to the scanner.
/// </summary>
/// <param name="mine">The build of this worker; null: it is not known, and nothing is noticed.</param>
/// <param name="options">How this worker takes part.</param>
/// <param name="time">The clock.</param>
internal sealed class OtherBuilds(AssemblyStamp? mine, SweepOptions options, TimeProvider time)
{
    private readonly Dictionary<string, long> firstBeats = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WorkerRecord> found = new(StringComparer.Ordinal);

    /// <summary>Their last heartbeats that were seen, by the id of the worker.</summary>
    public IReadOnlyCollection<WorkerRecord> Found => found.Values;

    /// <summary>Takes in what is known of the other workers.</summary>
    public void Note(IReadOnlyDictionary<string, WorkerSighting> workers)
    {
        if (mine is null)
            return;
        foreach (var (worker, sighting) in workers)
        {
            if (sighting.Record is { Assembly: { Version: not null, ModuleId: not null } build } record
                && build.ModuleId != mine.ModuleId
                && IsAtWork(worker, sighting, record))
            {
                found[worker] = record;
            }
        }
    }

    /// <summary>
    /// Whether it works beside this worker. That is certain when its beat has changed since the first look. At the first look a
    /// worker that died on another machine, perhaps a year ago, is taken for alive, too. Only the time that it wrote says then that
    /// it is long gone: a warning may rely on two clocks, and be missing or needless when one of them is wrong.
    /// </summary>
    private bool IsAtWork(string worker, WorkerSighting sighting, WorkerRecord record)
    {
        if (!firstBeats.TryAdd(worker, record.Beat))
            return record.Beat != firstBeats[worker];
        var silence = time.GetUtcNow() - record.Updated;
        return sighting.Verdict == Verdict.Alive
            && (silence < options.Lease || silence.TotalSeconds < record.IntervalSeconds * Liveness.BeatsUntilDead);
    }
}
