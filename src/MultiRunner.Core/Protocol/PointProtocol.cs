using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// The steps that a worker takes with a point: claim, candidate, commit, publish, seal; or roll back, or release. Each decision is
/// a rename of the point's one state file, always to a name that only this worker gives. If two workers renamed the file to the same
/// name, and their caches were old, both could be told that they had won.
/// </summary>
internal sealed class PointProtocol(
    ISharedDirectory directory,
    WorkerIdentity worker,
    SweepOptions options,
    PointRestorer restorer,
    TimeProvider time)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);

    private string Me => worker.Id;

    /// <summary>
    /// Claims a point. It returns false when the file system says that there is no such file to rename. When the rename was done and
    /// its reply was lost, the next listing shows the claim as one of this worker's own.
    /// </summary>
    /// <exception cref="SharedDirectoryException">The file system failed, or another process has the state file open.</exception>
    public ValueTask<bool> TryClaim(int point) => directory.TryRenameUnlessInUse(ToRun(point), Running(point));

    /// <summary>
    /// Makes <paramref name="result"/> the result of the point, unless the result of another worker counts already. The candidate is
    /// deleted only when that is certain: it stays on disk until a state file has been seen that says so.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="attempt">Which attempt of this worker at the point it was, from 1.</param>
    /// <param name="result">The content of the result file.</param>
    /// <param name="hasArtifacts">
    /// Whether the attempt has a directory of files. It has the name of the candidate, so whoever publishes the candidate, perhaps because
    /// this worker has died, finds it. When the result does not count the directory is left as it is.
    /// </param>
    /// <exception cref="SharedDirectoryException">The result could not be stored, for instance on a full disk.</exception>
    public async ValueTask<bool> TryFinish(int point, int attempt, ReadOnlyMemory<byte> result, bool hasArtifacts = false)
    {
        // No two attempts have one candidate's name. A is to publish this candidate and is stopped; this worker publishes it, a rerun puts
        // the point back, and this worker runs it again and writes another candidate. When A wakes, it finds no candidate of the name
        // that it knows, and does not publish the other one before that is committed.
        var committed = new StateFile(point, PointState.Committed, Me, attempt);

        // The candidate is on stable storage before anybody can learn of it.
        var candidate = SweepLayout.Candidate(committed);
        try
        {
            await directory.WriteDurable(candidate, result).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            await DropCandidate(candidate).ConfigureAwait(false);
            throw;
        }

        // Commit: the claim becomes N_finished.me.attempt. A duplicate has no claim, and another worker may have taken the claim back
        // meanwhile. Then this worker takes the point first, whichever state file is there.
        if (!await directory.TryRename(Running(point), committed.Path).ConfigureAwait(false)
            && !await TakeAndCommit(committed).ConfigureAwait(false))
        {
            await DropCandidate(candidate).ConfigureAwait(false);
            return false;
        }

        // Publish and seal. A reply may be lost, or a cache may hide a name. So both are tried again, for a lease at most, because
        // perhaps no other worker comes to complete them. When the candidate has vanished and the result is not this worker's, the
        // point is not finished here.
        var clock = time.GetTimestamp();
        for (var pause = FirstLook; ; pause = Longer(pause))
        {
            var isPublished = await Publish(committed, hasArtifacts).ConfigureAwait(false)
                || await ResultIsMine(committed).ConfigureAwait(false);
            if (isPublished && await TrySeal(committed).ConfigureAwait(false))
                return true;
            if (time.GetElapsedTime(clock) >= options.Lease)
                return isPublished;

            await Task.Delay(pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives a committed result its public name. Any worker may do that for the worker that committed it, and may repeat it. It
    /// returns false when neither the candidate nor the result can be seen.
    /// </summary>
    public async ValueTask<bool> TryPublish(StateFile committed) =>
        await Publish(committed, hasArtifacts: true).ConfigureAwait(false)
        || await directory.TryRead(SweepLayout.Result(committed.Point)).ConfigureAwait(false) is not null;

    /// <summary>
    /// Marks a point whose result is published as finished. It returns false when no such mark can be seen, whoever may have set it.
    /// </summary>
    public async ValueTask<bool> TrySeal(StateFile committed)
    {
        var finished = Path(committed.Point, PointState.Finished);
        return await directory.TryRename(committed.Path, finished).ConfigureAwait(false)
            || await directory.TryRead(finished).ConfigureAwait(false) is not null;
    }

    /// <summary>
    /// Records a failed attempt and puts the point back, or marks it as failed when its attempts are used up. It returns whether the
    /// point is failed for good now.
    /// </summary>
    public async ValueTask<bool> RollBack(int point, AttemptRecord attempt, int attemptOfThisWorker)
    {
        await Record(SweepLayout.Attempt(point, Me, attemptOfThisWorker), attempt, SweepJson.Readable.AttemptRecord).ConfigureAwait(false);
        return await PutBack(point, Running(point)).ConfigureAwait(false) == PointState.Failed;
    }

    /// <summary>
    /// Records that a point skipped itself here, and puts it back without counting an attempt. The record comes first. A reader that
    /// sees the point as it waits again then sees that it was skipped, and not a point that nobody has tried. What another worker of
    /// this host has already recorded is not written again: to read it takes far less than to write a file to stable storage.
    /// </summary>
    public async ValueTask Skip(int point, SkipRecord skip)
    {
        var path = SweepLayout.Skip(point, worker.HostInNames);
        if (await ReasonOfSkip(path).ConfigureAwait(false) != skip.Reason)
            await Record(path, skip, SweepJson.Readable.SkipRecord).ConfigureAwait(false);
        await Release(point).ConfigureAwait(false);
    }

    /// <summary>Puts a claimed point back without counting an attempt: at shutdown, or when its test class could not be made.</summary>
    public async ValueTask Release(int point) => await directory.TryRename(Running(point), ToRun(point)).ConfigureAwait(false);

    /// <summary>
    /// Takes the claim of a worker back that is gone. When that worker has crashed, the attempt counts: otherwise a point that kills
    /// its process would kill every worker in turn. It returns the state that the point has now, or null when the file system says
    /// that the claim is not there any more.
    /// </summary>
    public async ValueTask<PointState?> Reclaim(int point, string owner, bool crashed)
    {
        var claim = Path(point, PointState.Running, owner);
        if (!crashed)
            return await directory.TryRename(claim, ToRun(point)).ConfigureAwait(false) ? PointState.ToRun : null;

        var crash = new AttemptRecord
        {
            Point = point,
            Worker = owner,
            Kind = "crash",
            Error = new AttemptError("WorkerDied", $"Worker {owner} died while it ran this point; {Me} took the claim back.", Stack: null),
        };
        await Record(SweepLayout.CrashAttempt(point, owner), crash, SweepJson.Readable.AttemptRecord).ConfigureAwait(false);
        return await PutBack(point, claim).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes the files of an attempt whose result does not count. It returns why they could not be deleted, or null. Nobody reads
    /// them, so a failure here must not change what becomes of the attempt.
    /// </summary>
    public async ValueTask<string?> DropArtifacts(string artifacts)
    {
        try
        {
            await directory.DeleteDirectory(artifacts).ConfigureAwait(false);
            return null;
        }
        catch (SharedDirectoryException e)
        {
            return e.Message;
        }
    }

    /// <summary>The state file of a point in a listing. It is null when the listing shows none.</summary>
    private async ValueTask<StateFile?> Look(int point)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        return states.TryGetValue(point, out var file) ? file : null;
    }

    private async ValueTask<bool> Publish(StateFile committed, bool hasArtifacts)
    {
        if (hasArtifacts)
        {
            var artifacts = SweepLayout.Artifacts(committed.Point);
            await directory.TryRenameDirectory(SweepLayout.ArtifactsOfAttempt(committed), artifacts).ConfigureAwait(false);
        }

        return await directory.TryRename(SweepLayout.Candidate(committed), SweepLayout.Result(committed.Point)).ConfigureAwait(false);
    }

    // The listing decides, and no single file. The rename may have been done although it was reported as failed, and a cache may still
    // show N_finished from before a rerun: whoever believed that file would delete a result that it has committed.
    //
    // The commit renames nothing but a claim of this worker, for which the candidate was seen. A commits, and the reply is lost. A lists
    // N_to_run from its cache, finds its candidate, and is stopped. B publishes the candidate, and a rerun archives the result and puts
    // the point back. If A then renamed N_to_run, the point would count as finished without any result. As it is, A claims the point
    // and finds no candidate, unless its cache still shows it: docs/architecture.md has that among what is left.
    private async ValueTask<bool> TakeAndCommit(StateFile committed)
    {
        var point = committed.Point;
        var claim = Running(point);
        var absences = new AbsenceTracker(options, time);
        for (var pause = FirstLook; ; pause = Longer(pause))
        {
            var looked = time.GetTimestamp();
            var state = await Look(point).ConfigureAwait(false);
            switch (state)
            {
                case { State: PointState.Committed }:
                    return state == committed;
                case { State: PointState.Finished }:
                    return await ResultIsMine(committed).ConfigureAwait(false);
                case { } open when await IsToBePublished(committed).ConfigureAwait(false):
                    absences.Found(Missing.Candidate, point);
                    if ((open.Path == claim || await TryTake(open, committed).ConfigureAwait(false))
                        && await directory.TryRename(claim, committed.Path).ConfigureAwait(false))
                        return true;
                    break;

                // The point had been committed, and the reply was lost. Another worker published the candidate, and a rerun has archived
                // the result and put the point back.
                case { } open when absences.IsLost(Missing.Candidate, point, looked):
                    if (open.Path == claim)
                        await PutBack(point, claim).ConfigureAwait(false);
                    return false;
            }

            // The listing showed no state file, or the one that it showed was gone when it was to be renamed. Another worker may be
            // renaming it, or a cache may hide it, so the result is not given up. After three leases the file counts as deleted, and
            // this worker makes it anew. The reconciler of another worker does that after two leases. If both waited for as long,
            // each could miss the file that the other one makes, and there would be two.
            if (state is not null)
            {
                absences.Found(Missing.State, point);
            }
            else if (absences.IsLost(Missing.State, point, looked, leases: 3))
            {
                await restorer.Restore(point).ConfigureAwait(false);
                absences.Found(Missing.State, point);
            }

            await Task.Delay(pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>Claims a point whoever has it, and says whether the candidate is still there then.</summary>
    private async ValueTask<bool> TryTake(StateFile open, StateFile committed) =>
        await directory.TryRename(open.Path, Running(open.Point)).ConfigureAwait(false)
        && await IsToBePublished(committed).ConfigureAwait(false);

    /// <summary>Whether the candidate still waits for the commit. Nobody renames or deletes it before that.</summary>
    private async ValueTask<bool> IsToBePublished(StateFile committed) =>
        await directory.TryRead(SweepLayout.Candidate(committed)).ConfigureAwait(false) is not null;

    /// <summary>
    /// Whether the published result is that of this attempt. If it is, another worker may have published it on this worker's behalf.
    /// </summary>
    private async ValueTask<bool> ResultIsMine(StateFile committed) =>
        await directory.TryRead(SweepLayout.Result(committed.Point)).ConfigureAwait(false) is { } json
        && ResultCheck.MakerOf(json) == (Me, committed.Attempt);

    /// <summary>Deletes the candidate. When the file system fails here as well, the first error is the one that is reported.</summary>
    private async ValueTask DropCandidate(string candidate)
    {
        try
        {
            await directory.TryDelete(candidate).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // The candidate stays. Its name begins with a dot, and readers pass over such names.
        }
    }

    /// <summary>
    /// The reason in a record of a skip; null when there is none, or none that this user can read. A rerun moves the record to the
    /// archive before it puts the point back, but this host's cache may show the record for a little longer. Then this skip is not
    /// recorded, the point counts as to run, and the next worker that skips it here records that.
    /// </summary>
    private async ValueTask<string?> ReasonOfSkip(string path)
    {
        try
        {
            return await directory.TryRead(path).ConfigureAwait(false) is { } json
                ? JsonSerializer.Deserialize(json, SweepJson.Readable.SkipRecord)?.Reason
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (SharedDirectoryException e) when (e.IsDenied)
        {
            return null;
        }
    }

    private async ValueTask Record<T>(string path, T record, JsonTypeInfo<T> type)
    {
        var temporary = SweepLayout.TemporaryFor(path, Me);
        var json = JsonSerializer.SerializeToUtf8Bytes(record, type);
        await directory.WriteDurable(temporary, json).ConfigureAwait(false);
        await directory.TryRename(temporary, path).ConfigureAwait(false);
    }

    private async ValueTask<PointState?> PutBack(int point, string claim)
    {
        var attempts = await directory.List(SweepLayout.Attempts).ConfigureAwait(false);
        var count = attempts.Count(name => SweepLayout.PointOfAttempt(name) == point);
        var state = count >= options.MaxAttempts ? PointState.Failed : PointState.ToRun;
        return await directory.TryRename(claim, Path(point, state)).ConfigureAwait(false) ? state : null;
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestLook ? pause * 2 : LongestLook;

    private static string ToRun(int point) => Path(point, PointState.ToRun);

    private string Running(int point) => Path(point, PointState.Running, Me);

    private static string Path(int point, PointState state, string? owner = null) => new StateFile(point, state, owner).Path;
}
