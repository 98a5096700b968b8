using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>
/// Repairs what dead workers and accidents leave behind, according to what a listing shows. Every repair can be repeated, and
/// several workers may do it at once. What seems to be missing is left alone for a whole lease, because a listing may not show what
/// is there.
/// </summary>
internal sealed class Reconciler(
    ISharedDirectory directory,
    PointProtocol protocol,
    PointRestorer restorer,
    Liveness liveness,
    WorkerIdentity me,
    SweepOptions options,
    TimeProvider time)
{
    private const int MostRefused = 3;

    private readonly AbsenceTracker absences = new(options, time);

    /// <summary>Repairs points that no slot of this worker has in hand.</summary>
    /// <param name="candidates">The points, as the listing showed them.</param>
    /// <param name="verdictOf">Whether a worker is alive.</param>
    /// <param name="looked">The timestamp from before the listing.</param>
    /// <param name="learned">Is told the state of each point that was changed, or whose result can be read after all.</param>
    /// <returns>Whether anything is missing and has to be looked for again soon.</returns>
    public async ValueTask<bool> Reconcile(
        IEnumerable<RepairCandidate> candidates,
        Func<string, ValueTask<Verdict>> verdictOf,
        long looked,
        Action<StateFile> learned)
    {
        var refused = 0;
        foreach (var candidate in candidates)
        {
            try
            {
                await Reconcile(candidate, verdictOf, looked, learned).ConfigureAwait(false);
            }
            catch (SharedDirectoryException e) when (e.IsTransient && ++refused <= MostRefused)
            {
                // Windows renames no file and no directory of artifacts that somebody has open. Such a point waits for the next round, and
                // the others do not. When more are refused the directory itself is in trouble.
            }
        }

        return absences.EndRound();
    }

    private async ValueTask Reconcile(
        RepairCandidate candidate,
        Func<string, ValueTask<Verdict>> verdictOf,
        long looked,
        Action<StateFile> learned)
    {
        var (point, seen, isDoubtful) = candidate;
        if (seen is not { } file)
            await RestoreIfAlone(point, looked).ConfigureAwait(false);
        else if (file is { State: PointState.Running, Owner: { } owner } && owner != me.Id)
            await ReclaimIfGone(file, await verdictOf(owner).ConfigureAwait(false), learned).ConfigureAwait(false);
        else if (file.State == PointState.Committed && !await IsBeingRerun(file, verdictOf).ConfigureAwait(false))
            await FinishFor(file, learned).ConfigureAwait(false);
        else if (file.State == PointState.Finished && isDoubtful)
            await Examine(file, learned).ConfigureAwait(false);
    }

    private async ValueTask ReclaimIfGone(StateFile claim, Verdict verdict, Action<StateFile> learned)
    {
        if (verdict == Verdict.Alive)
            return;
        var state = await protocol.Reclaim(claim.Point, claim.Owner!, crashed: verdict == Verdict.Dead).ConfigureAwait(false);
        if (state is { } now)
            learned(new StateFile(claim.Point, now));
    }

    /// <summary>
    /// Whether a rerun has the point in hand: it moves the result to the archive and puts the point back. A rerun that died is taken
    /// for any committed point, and so is this process, which has it in hand because it misses the result. The result gets its public
    /// name back if it has lost it, and otherwise the point is run again.
    /// </summary>
    private async ValueTask<bool> IsBeingRerun(StateFile committed, Func<string, ValueTask<Verdict>> verdictOf) =>
        WorkerIdentity.IsTool(committed.Owner!)
        && committed.Owner != WorkerIdentity.ToolOf(me.Id)
        && await verdictOf(committed.Owner!).ConfigureAwait(false) == Verdict.Alive;

    /// <summary>
    /// Publishes and seals a committed point, whether its worker is alive or not. The file system may have told a living worker that
    /// the point was sealed when it was not. That worker does no more about the point.
    /// </summary>
    private async ValueTask FinishFor(StateFile committed, Action<StateFile> learned)
    {
        var looked = time.GetTimestamp();
        if (await protocol.TryPublish(committed).ConfigureAwait(false))
        {
            absences.Found(Missing.Candidate, committed.Point);
            if (await protocol.TrySeal(committed).ConfigureAwait(false))
                learned(new StateFile(committed.Point, PointState.Finished));
        }
        else if (absences.IsLost(Missing.Candidate, committed.Point, looked))
        {
            absences.Found(Missing.Candidate, committed.Point);
            await restorer.Reopen(committed).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Checks the result of a finished point after a slot could not read it. When the result is lost, the point goes back to be run.
    /// </summary>
    private async ValueTask Examine(StateFile finished, Action<StateFile> learned)
    {
        var path = SweepLayout.Result(finished.Point);
        var looked = time.GetTimestamp();
        var json = await directory.TryRead(path).ConfigureAwait(false);
        if (json is not null && ResultCheck.IsWhole(json, finished.Point))
        {
            absences.Found(Missing.Result, finished.Point);
            learned(finished);
        }

        // A cache may show an old content, just as it may hide a name. So a result that cannot be read is treated like one that is not
        // there.
        else if (absences.IsLost(Missing.Result, finished.Point, looked)
            && !(json is null
                ? await IsListed(path).ConfigureAwait(false)
                : await IsGoodWhenSetAside(path, finished.Point).ConfigureAwait(false)))
        {
            // The point is in this process's hand now, and the absence of its result is counted from zero.
            absences.Found(Missing.Result, finished.Point);
            await restorer.Reopen(finished).ConfigureAwait(false);
            absences.IsLost(Missing.Candidate, finished.Point, time.GetTimestamp());
        }
    }

    private async ValueTask<bool> IsListed(string path)
    {
        var slash = path.LastIndexOf('/');
        return (await directory.List(path[..slash]).ConfigureAwait(false)).Contains(path[(slash + 1)..]);
    }

    /// <summary>
    /// Sets a result aside that cannot be read. Another worker may have put a good one in its place since it was read. In that case
    /// the good one is set aside, is found to be good, and gets its name back.
    /// </summary>
    private async ValueTask<bool> IsGoodWhenSetAside(string path, int point)
    {
        var aside = SweepLayout.Corrupt(path, me.Id);
        await directory.TryRename(path, aside).ConfigureAwait(false);
        return await directory.TryRead(aside).ConfigureAwait(false) is { } json
            && ResultCheck.IsWhole(json, point)
            && await directory.TryRename(aside, path).ConfigureAwait(false);
    }

    private async ValueTask RestoreIfAlone(int point, long looked)
    {
        // When several workers miss the file, only the one with the first name makes it anew, or there would be two. It waits for two
        // leases: a point that other workers rename again and again may be missed by one listing after another. During the second lease
        // it looks again and again who is alive, since a worker that is looked at for the first time always seems to be.
        if (absences.IsLost(Missing.State, point, looked)
            && await IsFirstAmongTheLiving().ConfigureAwait(false)
            && absences.IsLost(Missing.State, point, looked, leases: 2))
        {
            await restorer.Restore(point).ConfigureAwait(false);
            absences.Found(Missing.State, point);
        }
    }

    private async ValueTask<bool> IsFirstAmongTheLiving()
    {
        var isFirst = true;
        foreach (var name in await directory.List(SweepLayout.Workers).ConfigureAwait(false))
        {
            if (SweepLayout.WorkerOf(name) is { } other && string.CompareOrdinal(other, me.Id) < 0)
                isFirst &= (await liveness.Observe(other).ConfigureAwait(false)).Verdict != Verdict.Alive;
        }

        return isFirst;
    }
}
