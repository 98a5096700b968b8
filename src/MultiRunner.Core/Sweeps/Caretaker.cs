namespace MultiRunner.Sweeps;

/// <summary>
/// Repairs what dead workers and accidents leave behind, by what a listing shows. Every repair can be repeated and can be
/// done by several workers at once. Absence is not evidence: what seems to be missing is left alone for a whole lease.
/// </summary>
internal sealed class Caretaker(
    ISharedDirectory directory,
    PointProtocol protocol,
    Liveness liveness,
    WorkerIdentity me,
    SweepOptions options,
    TimeProvider time)
{
    private readonly Dictionary<string, long> missingSince = new(StringComparer.Ordinal);

    /// <summary>Repairs the points that no slot of this worker has in hand.</summary>
    public async ValueTask Repair(IReadOnlyDictionary<int, StateFile> states, PointPool pool)
    {
        var verdicts = new Dictionary<string, Liveness.Verdict>(StringComparer.Ordinal);
        foreach (var point in pool.Points)
        {
            if (!pool.IsIdle(point))
                continue;
            if (!states.TryGetValue(point, out var file))
            {
                await RestoreIfAlone(point).ConfigureAwait(false);
                continue;
            }

            Seen(StateKey(point));
            if (file.Owner is null)
                continue;
            if (!verdicts.TryGetValue(file.Owner, out var verdict))
                verdicts.Add(file.Owner, verdict = await liveness.Observe(file.Owner).ConfigureAwait(false));
            if (file.State == PointState.Committed && (verdict != Liveness.Verdict.Alive || file.Owner == me.Id))
                await FinishFor(file).ConfigureAwait(false);
            else if (file.State == PointState.Running && verdict != Liveness.Verdict.Alive)
                await protocol.Reclaim(point, file.Owner, crashed: verdict == Liveness.Verdict.Dead).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The result of a finished point. Null: it cannot be read, and the point is, or will be, run again; it is not
    /// resolved yet.
    /// </summary>
    public async ValueTask<byte[]?> ReadResult(StateFile finished)
    {
        var path = SweepLayout.Result(finished.Point);
        var json = await directory.TryRead(path).ConfigureAwait(false);
        if (json is null)
        {
            if (MissingForALease(path))
                await protocol.Reopen(finished).ConfigureAwait(false);
            return null;
        }

        Seen(path);
        if (ResultCheck.IsWhole(json, finished.Point))
            return json;
        await directory.TryRename(path, SweepLayout.Corrupt(path, me.Id)).ConfigureAwait(false);
        await protocol.Reopen(finished).ConfigureAwait(false);
        return null;
    }

    private async ValueTask FinishFor(StateFile committed)
    {
        var key = committed.Path;
        if (await protocol.PublishAndSeal(committed.Point, committed.Owner!).ConfigureAwait(false))
            Seen(key);
        else if (MissingForALease(key))
            await protocol.Reopen(committed).ConfigureAwait(false);
    }

    private async ValueTask RestoreIfAlone(int point)
    {
        // Of several workers that miss the file only the one with the first name restores it, or there would be two.
        if (MissingForALease(StateKey(point)) && await IsFirstAmongTheLiving().ConfigureAwait(false))
        {
            await protocol.Restore(point).ConfigureAwait(false);
            Seen(StateKey(point));
        }
    }

    private async ValueTask<bool> IsFirstAmongTheLiving()
    {
        foreach (var name in await directory.List(SweepLayout.Workers).ConfigureAwait(false))
        {
            if (SweepLayout.WorkerOf(name) is { } other
                && string.CompareOrdinal(other, me.Id) < 0
                && await liveness.Observe(other).ConfigureAwait(false) == Liveness.Verdict.Alive)
            {
                return false;
            }
        }

        return true;
    }

    private static string StateKey(int point) => new StateFile(point, PointState.ToRun).Path;

    private void Seen(string key) => missingSince.Remove(key);

    private bool MissingForALease(string key)
    {
        var now = time.GetTimestamp();
        if (missingSince.TryAdd(key, now))
            return false;
        return time.GetElapsedTime(missingSince[key], now) >= options.Lease;
    }
}
