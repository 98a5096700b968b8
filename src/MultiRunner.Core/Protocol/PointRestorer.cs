using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Protocol;

/// <summary>Mends points of which something is missing. Its callers have waited for long enough to know that it is.</summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">The id of this worker.</param>
/// <param name="argumentsOf">The arguments of a point, as its state file holds them.</param>
internal sealed class PointRestorer(ISharedDirectory directory, string me, Func<int, ReadOnlyMemory<byte>> argumentsOf)
{
    /// <summary>
    /// Gives a point that has no state file one: as finished if its result is there, else to be run. Only for a caller that
    /// has missed it for long enough to know.
    /// </summary>
    public async ValueTask Restore(int point)
    {
        if (await CanBeFoundByName(point).ConfigureAwait(false))
            return;
        var hasResult = await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is { } json
            && ResultCheck.IsWhole(json, point);
        if (!hasResult)
            await SetArtifactsAside(point).ConfigureAwait(false);
        var restored = Path(point, hasResult ? PointState.Finished : PointState.ToRun);
        var temporary = SweepLayout.TemporaryFor(restored, me);
        await directory.Write(temporary, argumentsOf(point)).ConfigureAwait(false);
        await directory.TryRename(temporary, restored).ConfigureAwait(false);
    }

    /// <summary>Puts a point whose result is lost back to be run; only for a caller that has waited long enough to know.</summary>
    public async ValueTask Reopen(StateFile finished)
    {
        await SetArtifactsAside(finished.Point).ConfigureAwait(false);
        await directory.TryRename(finished.Path, ToRun(finished.Point)).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether a point has a state file after all that listings do not show. Asked in the order in which a point goes on, so
    /// that a file that is renamed meanwhile is met under its next name.
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
        IEnumerable<string> paths =
        [
            ToRun(point),
            .. owners.Select(w => Path(point, PointState.Running, w)),
            .. owners.Select(w => Path(point, PointState.Committed, w)),
            Path(point, PointState.Finished),
            Path(point, PointState.Failed),
        ];
        foreach (var path in paths)
        {
            if (await directory.TryRead(path).ConfigureAwait(false) is not null)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Before a point runs again: what a lost result left would stay beside the next one, which may have no artifacts, or
    /// could not put its own in their place.
    /// </summary>
    private async ValueTask SetArtifactsAside(int point)
    {
        var artifacts = SweepLayout.Artifacts(point);
        await directory.TryRenameDirectory(artifacts, SweepLayout.Corrupt(artifacts, me)).ConfigureAwait(false);
    }

    private static string ToRun(int point) => Path(point, PointState.ToRun);

    private static string Path(int point, PointState state, string? owner = null) => new StateFile(point, state, owner).Path;
}
