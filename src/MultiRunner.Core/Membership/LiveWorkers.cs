using MultiRunner.Format;

namespace MultiRunner.Membership;

/// <summary>
/// Tells at one look which workers seem to live. It compares the clocks of machines, so it is for what people are shown: no step of a
/// worker depends on it.
/// </summary>
/// <param name="me">The process that looks. It can tell of workers on its own system whether they are gone.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class LiveWorkers(WorkerIdentity me, TimeProvider time)
{
    /// <summary>A worker counts as silent after as many of its heartbeats as others wait for before they take it for dead.</summary>
    private const int BeatsUntilSilent = 7;

    /// <summary>The hosts on which a worker seems to live, as <see cref="WorkerIdentity.HostInNames"/> has them.</summary>
    /// <param name="workers">What the workers last wrote of themselves.</param>
    /// <param name="attempts">The names in <see cref="SweepLayout.Attempts"/>.</param>
    public IReadOnlySet<string> Hosts(IEnumerable<(string Id, WorkerRecord Record)> workers, IEnumerable<string> attempts)
    {
        var crashed = Crashed(attempts);
        return workers
            .Where(w => w.Record.State != WorkerStates.Exited && !IsLost(w.Id, w.Record, crashed) && !IsSilent(w.Record))
            .Select(w => w.Record.Worker.HostInNames)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The workers that died while they ran a point.</summary>
    /// <param name="attempts">The names in <see cref="SweepLayout.Attempts"/>.</param>
    public static IReadOnlySet<string> Crashed(IEnumerable<string> attempts) =>
        attempts.Select(SweepLayout.WorkerOfCrash).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a worker has not left in good order and is gone.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="record">What it last wrote of itself.</param>
    /// <param name="crashed">What <see cref="Crashed"/> returned.</param>
    public bool IsLost(string id, WorkerRecord record, IReadOnlySet<string> crashed) =>
        record.State != WorkerStates.Exited && (crashed.Contains(id) || me.KnowsToBeGone(record.Worker));

    /// <summary>Whether its record is so old that it may be dead.</summary>
    public bool IsSilent(WorkerRecord record) =>
        (time.GetUtcNow() - record.Updated).TotalSeconds > record.IntervalSeconds * BeatsUntilSilent;
}
