using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Puts points whose attempts are used up back to be run, as format.md describes it for doing by hand.</summary>
internal sealed class FailedPoints(ISharedDirectory directory)
{
    /// <summary>Puts failed points back; a point that is not failed is left alone.</summary>
    /// <param name="points">Which; null: all that are failed, without those of older code, which nobody would run.</param>
    /// <returns>What became of each, in the order of the indices.</returns>
    public async ValueTask<IReadOnlyList<RetriedPoint>> PutBack(IReadOnlyCollection<int>? points)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        var wanted = points ?? await AllFailed(states).ConfigureAwait(false);
        var attempts = (await directory.List(SweepLayout.Attempts).ConfigureAwait(false)).ToLookup(SweepLayout.PointOfAttempt);
        var done = new List<RetriedPoint>();
        foreach (var point in wanted.Distinct().Order())
        {
            if (!states.TryGetValue(point, out var file))
                done.Add(new RetriedPoint(point, State: null, Attempts: 0, IsPutBack: false));
            else if (file.State != PointState.Failed)
                done.Add(new RetriedPoint(point, file.State, Attempts: 0, IsPutBack: false));
            else
                done.Add(await PutBack(file, [.. attempts[point]]).ConfigureAwait(false));
        }

        return done;
    }

    private async ValueTask<IReadOnlyCollection<int>> AllFailed(Dictionary<int, StateFile> states)
    {
        var failed = states.Values.Where(file => file.State == PointState.Failed).Select(file => file.Point);
        var manifest = await ManifestReader.ReadNewest(directory).ConfigureAwait(false);
        return [.. manifest is null ? failed : failed.Intersect(manifest.Current)];
    }

    /// <summary>
    /// First the attempts, then the name. Ended in between, the point is still failed, and the same again completes it. The
    /// other way round a worker could take the point while its old attempts still count, or lose an attempt that is new.
    /// </summary>
    private async ValueTask<RetriedPoint> PutBack(StateFile failed, IReadOnlyList<string> attempts)
    {
        var deleted = 0;
        foreach (var name in attempts)
            deleted += await directory.TryDelete($"{SweepLayout.Attempts}/{name}").ConfigureAwait(false) ? 1 : 0;

        // Not there any more: a worker that was late has brought a result after all, or somebody else does the same.
        var isPutBack = await directory.TryRename(failed.Path, new StateFile(failed.Point, PointState.ToRun).Path).ConfigureAwait(false);
        return new RetriedPoint(failed.Point, PointState.Failed, deleted, isPutBack);
    }
}
