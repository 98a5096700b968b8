using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Commands;

/// <summary>Deletes checkpoints of finished points, while workers run.</summary>
/// <param name="sweep">The sweep directory.</param>
/// <param name="directory">Its files.</param>
internal sealed class CheckpointCleaner(string sweep, ISharedDirectory directory)
{
    private readonly string me = WorkerProcess.Identify().AsTool().Id;

    /// <summary>The checkpoints of finished points of which nothing was written after <paramref name="latest"/>.</summary>
    public async ValueTask<IReadOnlyList<CheckpointFolder>> Find(DateTimeOffset latest)
    {
        var root = new DirectoryInfo(Path.Combine(sweep, SweepLayout.CheckpointsFolder));
        if (!root.Exists)
            return [];
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini));
        var found = new List<CheckpointFolder>();
        foreach (var folder in root.EnumerateDirectories())
        {
            if (int.TryParse(folder.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var point)
                && SweepLayout.Checkpoints(point).EndsWith($"/{folder.Name}", StringComparison.Ordinal)
                && folder.LinkTarget is null
                && states.TryGetValue(point, out var file) && file.State == PointState.Finished
                && CheckpointFolder.Of(point, folder) is var checkpoints && checkpoints.Written <= latest)
            {
                found.Add(checkpoints);
            }
        }

        return [.. found.OrderBy(checkpoints => checkpoints.Point)];
    }

    /// <summary>
    /// Deletes the checkpoints of a point. They are renamed first, and the point is looked at again: a rerun may have put it back
    /// since the listing, so that a new attempt has begun to write checkpoints. Then they get their name back.
    /// </summary>
    /// <returns>Whether they are deleted. False: the point is not finished any more.</returns>
    /// <exception cref="SharedDirectoryException">They cannot be deleted.</exception>
    public async ValueTask<bool> TryDelete(int point)
    {
        var finished = new StateFile(point, PointState.Finished).Path;
        var (checkpoints, aside) = (SweepLayout.Checkpoints(point), SweepLayout.CheckpointsUnderDeletion(point, me));
        if (await directory.TryRead(finished) is null || !await directory.TryRenameDirectory(checkpoints, aside))
            return false;
        if (await directory.TryRead(finished) is null)
        {
            await directory.TryRenameDirectory(aside, checkpoints);
            return false;
        }

        await directory.DeleteDirectory(aside);
        return true;
    }
}
