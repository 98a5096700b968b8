using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>
/// The directory of one rerun in the archive. Nobody else writes in it, so what lies there was moved by this process, even if the
/// reply to the rename was lost.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">The id of the rerun.</param>
/// <param name="path">The directory, relative to that of the sweep.</param>
internal sealed class RerunArchive(ISharedDirectory directory, string me, string path)
{
    private const int MostTries = 3;

    private static readonly string[] Folders =
        [SweepLayout.Results, SweepLayout.Attempts, SweepLayout.ArtifactsFolder, SweepLayout.CheckpointsFolder];

    /// <summary>The directory, relative to that of the sweep.</summary>
    public string Path => path;

    /// <summary>
    /// Makes the directory and moves a file into it. A directory that may not be written, or that lies on another disk, is found
    /// before anything of a point is moved.
    /// </summary>
    /// <exception cref="SweepDirectoryException">Files cannot be moved there.</exception>
    public async ValueTask Prepare()
    {
        var probe = SweepLayout.ArchiveProbe(me);
        try
        {
            // First where the state files are, which is where most users may not write who may not write in a sweep.
            await directory.Write(probe, ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);
            foreach (var folder in Folders)
                await directory.CreateDirectory(InArchive(folder)).ConfigureAwait(false);
            var moved = InArchive(probe[(SweepLayout.Ini.Length + 1)..]);
            if (!await directory.TryRename(probe, moved).ConfigureAwait(false)
                && await directory.TryRead(moved).ConfigureAwait(false) is null)
            {
                throw new SweepDirectoryException(Messages.NoArchive(path, "the file that was moved there is not there."));
            }

            await directory.TryDelete(moved).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e)
        {
            await Drop(probe).ConfigureAwait(false);
            throw new SweepDirectoryException(Messages.NoArchive(path, e.Message), e);
        }
    }

    /// <summary>Moves a file. It returns false if it was not there.</summary>
    public async ValueTask<bool> Take(string file) =>
        await directory.TryRename(file, InArchive(file)).ConfigureAwait(false)
        || await directory.TryRead(InArchive(file)).ConfigureAwait(false) is not null;

    /// <summary>Moves a directory. It returns false if it was not there, or if it was empty.</summary>
    /// <exception cref="SharedDirectoryException">It is still there.</exception>
    public async ValueTask<bool> TakeDirectory(string folder)
    {
        // Some file systems say in one way that it is not there and that it may not be moved, and it must not be left for the next
        // attempt. It may also have come into being in between, by an attempt that nobody waits for any more. And its place in the archive
        // may be taken: this rerun moved the checkpoints of a point and found no result, another worker ran the point and left checkpoints
        // and a result, and now this rerun completes what it began.
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var target = tries == 1 ? InArchive(folder) : $"{InArchive(folder)}.{tries.ToString(CultureInfo.InvariantCulture)}";
            if (await directory.TryRenameDirectory(folder, target).ConfigureAwait(false))
                return true;
            if ((await directory.List(folder).ConfigureAwait(false)).Count == 0)
                return false;
        }

        throw new SharedDirectoryException(Messages.NotMoved(folder, path), 0, isTransient: false);
    }

    private async ValueTask Drop(string probe)
    {
        try
        {
            await directory.TryDelete(probe).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // It is empty, and its name starts with a dot. The first error is the one to tell.
        }
    }

    private string InArchive(string file) => $"{path}/{file}";
}
