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
    private readonly Absences absences = new(options, time);

    /// <summary>Repairs the points that no slot of this worker has in hand.</summary>
    /// <param name="states">What a listing showed.</param>
    /// <param name="looked">The timestamp from before the listing.</param>
    /// <param name="pool">The points of this worker.</param>
    public async ValueTask Repair(IReadOnlyDictionary<int, StateFile> states, long looked, PointPool pool)
    {
        var verdicts = new Dictionary<string, Liveness.Verdict>(StringComparer.Ordinal);
        foreach (var point in pool.Points)
        {
            if (!pool.IsIdle(point))
                continue;
            if (!states.TryGetValue(point, out var file))
            {
                await RestoreIfAlone(point, looked).ConfigureAwait(false);
                continue;
            }

            // Of a point that is not finished no result is missing: what was missed before counts no more.
            absences.Seen(StateKey(point));
            if (file.State != PointState.Finished)
                absences.Seen(SweepLayout.Result(point));
            if (file is { State: PointState.Running, Owner: { } owner })
            {
                if (!verdicts.TryGetValue(owner, out var verdict))
                    verdicts.Add(owner, verdict = await liveness.Observe(owner).ConfigureAwait(false));
                if (verdict != Liveness.Verdict.Alive)
                    await protocol.Reclaim(point, owner, crashed: verdict == Liveness.Verdict.Dead).ConfigureAwait(false);
            }
            else if (file.State == PointState.Committed)
            {
                // Whether its worker is alive or not: it may have been told that it had sealed the point, and wait for others.
                await FinishFor(file).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// The result of a finished point. Null: it cannot be read, and the point is, or will be, run again; it is not
    /// resolved yet.
    /// </summary>
    public async ValueTask<byte[]?> ReadResult(StateFile finished)
    {
        var path = SweepLayout.Result(finished.Point);
        var looked = time.GetTimestamp();
        var json = await directory.TryRead(path).ConfigureAwait(false);
        if (json is not null && ResultCheck.IsWhole(json, finished.Point))
        {
            absences.Seen(path);
            return json;
        }

        // A cache can be behind with a content as with a name, so what cannot be read counts like what is not there.
        if (absences.HaveLasted(path, looked) && !await IsFoundInAnotherWay(path, finished.Point, isThere: json is not null).ConfigureAwait(false))
        {
            // Whoever runs it now may publish a result that this client's cache does not show at once.
            absences.Seen(path);
            await protocol.Reopen(finished).ConfigureAwait(false);
        }

        return null;
    }

    private async ValueTask<bool> IsFoundInAnotherWay(string path, int point, bool isThere)
    {
        if (!isThere)
        {
            var slash = path.LastIndexOf('/');
            return (await directory.List(path[..slash]).ConfigureAwait(false)).Contains(path[(slash + 1)..]);
        }

        // What cannot be read is set aside; it may turn out to be a good result that another worker has put in its place.
        var aside = SweepLayout.Corrupt(path, me.Id);
        await directory.TryRename(path, aside).ConfigureAwait(false);
        return await directory.TryRead(aside).ConfigureAwait(false) is { } json
            && ResultCheck.IsWhole(json, point)
            && await directory.TryRename(aside, path).ConfigureAwait(false);
    }

    private async ValueTask FinishFor(StateFile committed)
    {
        var key = committed.Path;
        var looked = time.GetTimestamp();
        if (await protocol.TryPublish(committed.Point, committed.Owner!).ConfigureAwait(false))
        {
            absences.Seen(key);
            await protocol.TrySeal(committed.Point, committed.Owner!).ConfigureAwait(false);
        }
        else if (absences.HaveLasted(key, looked))
        {
            absences.Seen(key);
            await protocol.Reopen(committed).ConfigureAwait(false);
        }
    }

    private async ValueTask RestoreIfAlone(int point, long looked)
    {
        // Of several workers that miss the file only the one with the first name restores it, or there would be two. After two
        // leases: a point that is renamed again and again can be hidden by one new name after another.
        if (absences.HaveLasted(StateKey(point), looked, leases: 2) && await IsFirstAmongTheLiving().ConfigureAwait(false))
        {
            await protocol.Restore(point).ConfigureAwait(false);
            absences.Seen(StateKey(point));
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
}
