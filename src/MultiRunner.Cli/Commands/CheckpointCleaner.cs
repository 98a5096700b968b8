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
    /// Deletes the checkpoints of a point. The point is taken first, as a rerun takes it, by a rename of its state file. A rerun may have
    /// put it back since the listing, so that a new attempt writes checkpoints, and then the rename fails. Nobody else can take the point
    /// while its checkpoints are renamed, unless this process is stopped for a lease: then a worker seals the point, a rerun puts it back,
    /// and a new attempt writes checkpoints, which this process renames when it wakes. It notices that when it cannot give the point back,
    /// and gives the checkpoints back instead. If this process dies, the point counts as committed, and the next worker seals it.
    /// </summary>
    /// <returns>Whether they are deleted. False: the point is not finished any more.</returns>
    /// <exception cref="SharedDirectoryException">They cannot be deleted.</exception>
    public async ValueTask<bool> TryDelete(int point)
    {
        var finished = new StateFile(point, PointState.Finished).Path;
        var (checkpoints, aside) = (SweepLayout.Checkpoints(point), SweepLayout.CheckpointsUnderDeletion(point, me));
        var taken = new StateFile(point, PointState.Committed, me).Path;
        if (!await directory.TryRename(finished, taken))
            return false;
        bool isAside, isMine = false;
        try
        {
            isAside = await directory.TryRenameDirectory(checkpoints, aside);
        }
        finally
        {
            isMine = await directory.TryRename(taken, finished);
        }

        // Some file systems say in one way that it is not there and that it may not be renamed.
        if (!isAside && isMine && (await directory.List(checkpoints)).Count > 0)
            throw new SharedDirectoryException(Messages.CheckpointsNotMoved(checkpoints), 0, isTransient: false);
        if (isAside && isMine)
            await directory.DeleteDirectory(aside);
        else if (isAside)
            await directory.TryRenameDirectory(aside, checkpoints);
        return isAside && isMine;
    }
}
