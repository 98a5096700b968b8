using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>
/// Repairs points whose state file or result is missing. Its callers have waited for long enough to know that it is missing.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">The id of this worker.</param>
/// <param name="argumentsOf">The arguments of a point, as its state file holds them.</param>
internal sealed class PointRestorer(ISharedDirectory directory, string me, Func<int, ReadOnlyMemory<byte>> argumentsOf)
{
    private const int MostSetAside = 10;

    /// <summary>
    /// Makes a new state file for a point that has none. It says that the point is finished when there is a result, and else that the
    /// point is to be run.
    /// </summary>
    public async ValueTask Restore(int point)
    {
        if (await CanBeFoundByName(point).ConfigureAwait(false))
            return;
        var hasResult = await HasResult(point).ConfigureAwait(false);
        if (!hasResult)
            await SetArtifactsAside(point).ConfigureAwait(false);
        var restored = StateFor(point, hasResult);
        var temporary = SweepLayout.TemporaryFor(restored, me);
        await directory.Write(temporary, argumentsOf(point)).ConfigureAwait(false);
        await directory.TryRename(temporary, restored).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts a point whose result is lost back to be run, or takes it in hand to do that later. <c>N_finished</c> may be the name of
    /// another result by now: A and B miss the result, A puts the point back, and C finishes it anew, while B is stopped or its cache is
    /// behind. So the point only gets the name that a rerun gives it, and counts as lost when its result is missing for another lease
    /// under that name. Others go on when this worker dies meanwhile. All other names of a committed point are given once.
    /// </summary>
    public async ValueTask Reopen(StateFile lost)
    {
        var taken = InHand(lost.Point, me);
        if (lost != taken && !await directory.TryRename(lost.Path, taken.Path).ConfigureAwait(false))
            return;
        if (lost.State == PointState.Finished)
            return;
        await SetArtifactsAside(lost.Point).ConfigureAwait(false);
        await directory.TryRename(taken.Path, ToRun(lost.Point)).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether there is a state file that listings do not show. The names are tried in the order in which a point gets them: when
    /// another worker renames <c>N_to_run</c> to <c>N_running.w</c> just before this worker asks for the first of the two, this worker
    /// finds the second. The attempt in the name of a committed point is that of its candidate, and so <c>results</c> is listed after
    /// the claims were looked for; a candidate that has become the result says which one it was. In case a cache hides both, the first
    /// attempts of all workers are tried, and the names that <see cref="Reopen"/> gives.
    /// </summary>
    private async ValueTask<bool> CanBeFoundByName(int point)
    {
        foreach (var revision in await ManifestReader.RevisionsOf(directory).ConfigureAwait(false))
        {
            var initial = $"{SweepLayout.Revision(revision)}/{new StateFile(point, PointState.ToRun).Name}";
            if (await directory.TryRename(initial, ToRun(point)).ConfigureAwait(false))
                return true;
        }

        var workers = await directory.List(SweepLayout.Workers).ConfigureAwait(false);
        var owners = workers.Select(SweepLayout.WorkerOf).OfType<string>().ToList();
        var claims = owners.Select(w => new StateFile(point, PointState.Running, w));
        if (await IsAnyThere([new(point, PointState.ToRun), .. claims]).ConfigureAwait(false))
            return true;

        var results = await directory.List(SweepLayout.Results).ConfigureAwait(false);
        var commits = results.Select(SweepLayout.CommitOf).OfType<StateFile>().Where(commit => commit.Point == point);
        var first = owners.Select(w => new StateFile(point, PointState.Committed, w, Attempt: 1));
        var taken = owners.Select(w => InHand(point, w));
        if (await IsAnyThere([.. commits.Union(first), .. taken]).ConfigureAwait(false))
            return true;

        var published = await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is { } json
            && ResultCheck.MakerOf(json) is ({ } worker, var attempt)
                ? new[] { new StateFile(point, PointState.Committed, worker, attempt) }
                : [];
        return await IsAnyThere([.. published, new(point, PointState.Finished), new(point, PointState.Failed)]).ConfigureAwait(false);
    }

    private async ValueTask<bool> IsAnyThere(IEnumerable<StateFile> files)
    {
        foreach (var file in files)
        {
            if (await directory.TryRead(file.Path).ConfigureAwait(false) is not null)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Moves the artifacts of a lost result out of the way before the point runs again. If the next result had no artifacts, these
    /// would seem to be its own. If it had some, they could not be renamed to a name that is taken. This worker may have set artifacts of
    /// the point aside before, and a directory cannot get the name of another one.
    /// </summary>
    private async ValueTask SetArtifactsAside(int point)
    {
        var artifacts = SweepLayout.Artifacts(point);
        var aside = SweepLayout.Corrupt(artifacts, me);
        for (var k = 1; k <= MostSetAside; k++)
        {
            var place = k == 1 ? aside : string.Create(CultureInfo.InvariantCulture, $"{aside}.{k}");
            if (await directory.TryRenameDirectory(artifacts, place).ConfigureAwait(false)
                || (await directory.List(artifacts).ConfigureAwait(false)).Count == 0)
            {
                return;
            }
        }
    }

    private static StateFile InHand(int point, string worker) => new(point, PointState.Committed, WorkerIdentity.ToolOf(worker));

    private async ValueTask<bool> HasResult(int point) =>
        await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is { } json && ResultCheck.IsWhole(json, point);

    private static string StateFor(int point, bool hasResult) => Path(point, hasResult ? PointState.Finished : PointState.ToRun);

    private static string ToRun(int point) => Path(point, PointState.ToRun);

    private static string Path(int point, PointState state) => new StateFile(point, state).Path;
}
