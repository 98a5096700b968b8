using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// The way of a point, as one worker takes it: claim, candidate, commit, publish, seal; or roll back, give up, release.
/// Everything is decided by renaming the point's one state file, always to a name that only this worker produces, so that
/// two machines with stale caches cannot both be told that they won.
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
    /// Claims a point. False: it was not to be had, as far as the file system says. When the reply to a rename that was
    /// done is lost, the claim turns up in the next listing as one of this worker's own.
    /// </summary>
    public ValueTask<bool> TryClaim(int point) => directory.TryRename(ToRun(point), Running(point));

    /// <summary>
    /// Makes <paramref name="result"/> the result of the point, unless another worker's counts already. Only then is the
    /// candidate dropped: until another's <c>N_finished</c> has been seen it stays on disk.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="result">The content of the result file.</param>
    /// <param name="artifacts">The directory of the attempt's files, or null. It is there again when the result does not count.</param>
    /// <exception cref="SharedDirectoryException">The result could not be stored, for instance on a full disk.</exception>
    public async ValueTask<bool> TryFinish(int point, ReadOnlyMemory<byte> result, string? artifacts = null)
    {
        // Before the candidate. Whoever publishes it, perhaps because this worker has died, finds its files by the candidate's
        // name, and no directory of another attempt has that name.
        if (artifacts is not null)
            await directory.TryRenameDirectory(artifacts, SweepLayout.ArtifactsOfCandidate(point, Me)).ConfigureAwait(false);

        // Candidate: on stable storage before anybody can be told of it.
        var candidate = SweepLayout.Candidate(point, Me);
        try
        {
            await directory.WriteDurable(candidate, result).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            await DropCandidate(point, artifacts).ConfigureAwait(false);
            throw;
        }

        // Commit: whichever state file is there becomes N_finished.me. The claim may have been taken back meanwhile.
        if (!await directory.TryRename(Running(point), Committed(point)).ConfigureAwait(false)
            && !await CommitFromAnyState(point).ConfigureAwait(false))
        {
            await DropCandidate(point, artifacts).ConfigureAwait(false);
            return false;
        }

        // Publish and seal. A reply may be lost or a name hidden, but it is not left half done, since nobody may come to
        // finish it; nor is it called done when the candidate has vanished.
        var clock = time.GetTimestamp();
        for (var pause = FirstLook; ; pause = Longer(pause))
        {
            var isPublished = await Publish(point, Me, artifacts is not null).ConfigureAwait(false)
                || await ResultIsMine(point).ConfigureAwait(false);
            if (isPublished && await TrySeal(point, Me).ConfigureAwait(false))
                return true;
            if (time.GetElapsedTime(clock) >= options.Lease)
            {
                if (!isPublished)
                    await TakeArtifactsBack(point, artifacts).ConfigureAwait(false);
                return isPublished;
            }

            await Task.Delay(pause, time).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Gives a committed result its public name. Anybody may do that for the worker that committed it, and repeat it. False:
    /// neither the candidate nor the result can be seen.
    /// </summary>
    public async ValueTask<bool> TryPublish(int point, string owner) =>
        await Publish(point, owner, hasArtifacts: true).ConfigureAwait(false)
        || await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is not null;

    /// <summary>Marks a point whose result is published as finished. False: it cannot be seen to be so marked, by anybody.</summary>
    public async ValueTask<bool> TrySeal(int point, string owner)
    {
        var finished = Path(point, PointState.Finished);
        return await directory.TryRename(Path(point, PointState.Committed, owner), finished).ConfigureAwait(false)
            || await directory.TryRead(finished).ConfigureAwait(false) is not null;
    }

    /// <summary>
    /// Records a failed attempt and puts the point back, or marks it failed when its attempts are used up. Returns whether
    /// it is failed for good now.
    /// </summary>
    public async ValueTask<bool> RollBack(int point, AttemptRecord attempt, int attemptOfThisWorker)
    {
        await RecordAttempt(SweepLayout.Attempt(point, Me, attemptOfThisWorker), attempt).ConfigureAwait(false);
        return await PutBack(point, Running(point)).ConfigureAwait(false) == PointState.Failed;
    }

    /// <summary>Puts a claimed point back without counting an attempt: at shutdown, or when it skipped itself here.</summary>
    public async ValueTask Release(int point) => await directory.TryRename(Running(point), ToRun(point)).ConfigureAwait(false);

    /// <summary>
    /// Takes a dead worker's claim back. Its attempt counts, so that a point that kills its process does not kill every
    /// worker in turn; unless the worker had left in good order. Returns the state that the point has now; null: the claim
    /// was gone, as far as the file system says.
    /// </summary>
    public async ValueTask<PointState?> Reclaim(int point, string owner, bool crashed)
    {
        var claim = Path(point, PointState.Running, owner);
        if (!crashed)
            return await directory.TryRename(claim, ToRun(point)).ConfigureAwait(false) ? PointState.ToRun : null;

        await RecordAttempt(SweepLayout.CrashAttempt(point, owner), new AttemptRecord
        {
            Point = point,
            Worker = owner,
            Kind = "crash",
            Error = new AttemptError("WorkerDied", $"Worker {owner} died while it ran this point; {Me} took the claim back.", Stack: null),
        }).ConfigureAwait(false);
        return await PutBack(point, claim).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes the files of an attempt whose result does not count. Returns why they are left, or null: nobody reads them, so
    /// that they cannot be deleted must change nothing of what becomes of the attempt.
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

    /// <summary>The state of one point, by a listing; null when no state file of it can be seen just now.</summary>
    private async ValueTask<StateFile?> Look(int point)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        return states.TryGetValue(point, out var file) ? file : null;
    }

    private async ValueTask<bool> Publish(int point, string owner, bool hasArtifacts)
    {
        if (hasArtifacts)
        {
            var candidate = SweepLayout.ArtifactsOfCandidate(point, owner);
            await directory.TryRenameDirectory(candidate, SweepLayout.Artifacts(point)).ConfigureAwait(false);
        }

        return await directory.TryRename(SweepLayout.Candidate(point, owner), SweepLayout.Result(point)).ConfigureAwait(false);
    }

    private async ValueTask<bool> CommitFromAnyState(int point)
    {
        var absences = new AbsenceTracker(options, time);
        for (var pause = FirstLook; ; pause = Longer(pause))
        {
            var looked = time.GetTimestamp();
            var state = await Look(point).ConfigureAwait(false);
            switch (state)
            {
                case { State: PointState.Committed, Owner: var owner }:
                    return owner == Me;
                case { State: PointState.Finished }:
                    return await ResultIsMine(point).ConfigureAwait(false);
                case { } open when await directory.TryRename(open.Path, Committed(point)).ConfigureAwait(false):
                    return true;
            }

            // The state is moving, or hidden by a cache: nothing is known yet, so nothing is given up. In the end the file is
            // taken for deleted: after three leases, since after two the reconciler of another worker restores it, and if both
            // did so at once there might be two.
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

    /// <summary>Whether the published result is this worker's: then another worker sealed it on its behalf.</summary>
    private async ValueTask<bool> ResultIsMine(int point)
    {
        try
        {
            if (await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is not { } json)
                return false;
            using var result = JsonDocument.Parse(json);
            return result.RootElement.ValueKind == JsonValueKind.Object
                && result.RootElement.TryGetProperty("worker", out var who)
                && who.ValueKind == JsonValueKind.String
                && who.ValueEquals(Me);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Tidies up; that it fails on a failing file system must not hide the first error.</summary>
    private async ValueTask DropCandidate(int point, string? artifacts)
    {
        try
        {
            await directory.TryDelete(SweepLayout.Candidate(point, Me)).ConfigureAwait(false);
            await TakeArtifactsBack(point, artifacts).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // A name with a leading dot: readers pass over it.
        }
    }

    /// <summary>
    /// Gives the files of a candidate that does not count the name of their attempt again. They may be such as cannot be
    /// deleted, and the next candidate of this worker must not find files of another attempt under its own name.
    /// </summary>
    private async ValueTask TakeArtifactsBack(int point, string? artifacts)
    {
        if (artifacts is not null)
            await directory.TryRenameDirectory(SweepLayout.ArtifactsOfCandidate(point, Me), artifacts).ConfigureAwait(false);
    }

    private async ValueTask RecordAttempt(string path, AttemptRecord attempt)
    {
        var temporary = SweepLayout.TemporaryFor(path, Me);
        var json = JsonSerializer.SerializeToUtf8Bytes(attempt, SweepJson.Readable.AttemptRecord);
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

    private string Committed(int point) => Path(point, PointState.Committed, Me);

    private static string Path(int point, PointState state, string? owner = null) => new StateFile(point, state, owner).Path;
}
