using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Moves what a point has to the archive and puts the point back to be run, while workers run.</summary>
/// <remarks>
/// A finished point is taken first, by renaming its state file to <c>N_finished.~me</c>. For workers that is a committed point, so
/// nobody runs it, nobody commits another result, and nobody else takes it. They leave it alone as long as the rerun may live.
/// The name is lost as soon as somebody else goes on with the point, and only whoever still has it puts the point back. So a rerun
/// that was stopped for an hour cannot put a point back that has a new result by then. The checkpoints are moved before the result,
/// since a point whose result is gone is run again by whoever meets it; an attempt that found the old checkpoints would publish the
/// old result again.
/// </remarks>
/// <param name="directory">The sweep directory.</param>
/// <param name="protocol">The way of a point, for a result that counts and has no public name yet.</param>
/// <param name="archive">Where everything goes.</param>
/// <param name="me">The id of the rerun.</param>
internal sealed class PointRerun(ISharedDirectory directory, PointProtocol protocol, RerunArchive archive, string me)
{
    private readonly HashSet<int> withoutResult = [];

    /// <summary>Puts a point back, unless it runs, waits already, or somebody else is at it.</summary>
    /// <param name="file">Its state file, as a listing showed it.</param>
    /// <param name="attempts">The names of the records of its failed attempts and skips.</param>
    /// <exception cref="SharedDirectoryException">
    /// Something cannot be moved. The point is as it was, or workers make it so after a lease.
    /// </exception>
    public async ValueTask<RerunPoint> Run(StateFile file, IEnumerable<string> attempts) => file.State switch
    {
        PointState.ToRun => new RerunPoint(file.Point, RerunOutcome.Waits, default),
        PointState.Running => new RerunPoint(file.Point, RerunOutcome.Runs, default),
        PointState.Failed => await RunFailed(file, attempts).ConfigureAwait(false),
        PointState.Finished => await RunFinished(file, attempts).ConfigureAwait(false),
        _ => await RunCommitted(file, attempts).ConfigureAwait(false),
    };

    /// <summary>
    /// First the attempts and the checkpoints, then the name. Ended in between, the point is still failed, and the same again
    /// completes it. The other way round a worker could take the point while its old attempts still count.
    /// </summary>
    private async ValueTask<RerunPoint> RunFailed(StateFile failed, IEnumerable<string> attempts)
    {
        // The listing may be old: somebody else has put the point back meanwhile, and it runs with new checkpoints.
        if (await directory.TryRead(failed.Path).ConfigureAwait(false) is null)
            return new RerunPoint(failed.Point, RerunOutcome.Changed, default);
        var archived = await TakeTries(failed.Point, attempts).ConfigureAwait(false);

        // Not there any more: a worker that was late has brought a result after all, or somebody else does the same.
        var isPutBack = await directory.TryRename(failed.Path, ToRun(failed.Point)).ConfigureAwait(false);
        return new RerunPoint(failed.Point, isPutBack ? RerunOutcome.PutBack : RerunOutcome.Changed, archived);
    }

    private async ValueTask<RerunPoint> RunCommitted(StateFile committed, IEnumerable<string> attempts)
    {
        var isSealed = !WorkerIdentity.IsTool(committed.Owner!)
            && await protocol.TryPublish(committed).ConfigureAwait(false)
            && await protocol.TrySeal(committed).ConfigureAwait(false);
        return isSealed
            ? await RunFinished(new StateFile(committed.Point, PointState.Finished), attempts).ConfigureAwait(false)
            : new RerunPoint(committed.Point, RerunOutcome.HalfDone, default);
    }

    private async ValueTask<RerunPoint> RunFinished(StateFile finished, IEnumerable<string> attempts)
    {
        var point = finished.Point;
        var taken = new StateFile(point, PointState.Committed, me);
        if (withoutResult.Contains(point) || !await TryTake(finished, taken).ConfigureAwait(false))
            return new RerunPoint(point, RerunOutcome.Changed, default);

        ArchivedFiles archived;
        var isMoveTried = false;
        try
        {
            archived = await TakeTries(point, attempts).ConfigureAwait(false);

            // Not there: a rerun that died has moved it, or it was lost. It may also be that a cache has not shown it yet, or that it was
            // moved and a cache hides that. The point keeps the name of this rerun until that is known. As a finished point without a
            // result two workers would put it back: A does so, B finishes it anew, and C, which was stopped just before it did the
            // same, would put the new result back.
            isMoveTried = true;
            if (!await archive.Take(SweepLayout.Result(point)).ConfigureAwait(false))
                return new RerunPoint(point, RerunOutcome.HalfDone, archived);
        }
        catch (SharedDirectoryException e)
        {
            // A move that failed may have been done, and then the point is not finished any more. That is so for a passing reason. It is
            // also so when the first try was done and failed for a passing reason, and the second one was refused.
            if (!e.IsTransient && (!isMoveTried || await IsListed(SweepLayout.Result(point)).ConfigureAwait(false)))
                await GiveBack(taken, finished).ConfigureAwait(false);
            throw;
        }

        // The point has given what it was asked for. Whatever comes next, its next result stays where it is.
        withoutResult.Add(point);
        archived += new ArchivedFiles(1, 0, 0, 0);
        if (await TakeArtifacts(point).ConfigureAwait(false))
            archived += new ArchivedFiles(0, 0, 1, 0);
        var isPutBack = await directory.TryRename(taken.Path, ToRun(point)).ConfigureAwait(false);
        return new RerunPoint(point, isPutBack ? RerunOutcome.PutBack : RerunOutcome.HalfDone, archived);
    }

    /// <summary>
    /// Moves the artifacts to the archive. The result is there already, so the point is put back whatever becomes of them: another user
    /// may have forbidden to move them. Then they get another name where they are, so that the next result does not find them.
    /// </summary>
    private async ValueTask<bool> TakeArtifacts(int point)
    {
        var artifacts = SweepLayout.Artifacts(point);
        try
        {
            return await archive.TakeDirectory(artifacts).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e) when (!e.IsTransient)
        {
            await directory.TryRenameDirectory(artifacts, SweepLayout.Corrupt(artifacts, me)).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>Whether the state file has the name of this rerun now, even if the reply to the rename was lost.</summary>
    private async ValueTask<bool> TryTake(StateFile finished, StateFile taken) =>
        await directory.TryRename(finished.Path, taken.Path).ConfigureAwait(false)
        || (await directory.List(SweepLayout.Ini).ConfigureAwait(false)).Contains(taken.Name);

    /// <summary>Whether a listing shows a file; false when there is no listing.</summary>
    private async ValueTask<bool> IsListed(string file)
    {
        var slash = file.LastIndexOf('/');
        try
        {
            return (await directory.List(file[..slash]).ConfigureAwait(false)).Contains(file[(slash + 1)..]);
        }
        catch (SharedDirectoryException)
        {
            return false;
        }
    }

    private async ValueTask GiveBack(StateFile taken, StateFile finished)
    {
        try
        {
            await directory.TryRename(taken.Path, finished.Path).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // After a lease workers do it. The first error is the one to tell.
        }
    }

    private async ValueTask<ArchivedFiles> TakeTries(int point, IEnumerable<string> attempts)
    {
        var checkpoints = await archive.TakeDirectory(SweepLayout.Checkpoints(point)).ConfigureAwait(false) ? 1 : 0;
        var records = 0;
        foreach (var name in attempts)
        {
            var isTaken = await archive.Take($"{SweepLayout.Attempts}/{name}").ConfigureAwait(false);
            records += isTaken && SweepLayout.PointOfAttempt(name) is not null ? 1 : 0;
        }

        return new ArchivedFiles(0, records, 0, checkpoints);
    }

    private static string ToRun(int point) => new StateFile(point, PointState.ToRun).Path;
}
