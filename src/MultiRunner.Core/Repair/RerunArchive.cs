using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>
/// The directory of one rerun in the archive. Nobody else writes in it, so what lies there was moved by this process, even if the
/// reply to the rename was lost.
/// </summary>
/// <remarks>
/// No name in it is used for two moves. This rerun moves the first result of a point, the reply is lost, and its cache says that
/// nothing lies in the archive. Another worker finds no result and puts the point back, the point is finished again, and this rerun,
/// which still waits for its result, moves that one, too. Under the same name it would replace the first one. The same comes of a
/// move that was done and failed, and that is repeated after this process was stopped for some minutes.
/// </remarks>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">The id of the rerun.</param>
/// <param name="path">The directory, relative to that of the sweep.</param>
internal sealed class RerunArchive(ISharedDirectory directory, string me, string path)
{
    private const int MostTries = 3;

    private static readonly string[] Folders =
        [SweepLayout.Results, SweepLayout.Attempts, SweepLayout.ArtifactsFolder, SweepLayout.CheckpointsFolder];

    private readonly Dictionary<string, int> moves = new(StringComparer.Ordinal);

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
                && !await IsThere(moved).ConfigureAwait(false))
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

    /// <summary>Moves a file. It returns false if it was not there, as far as this client's caches tell.</summary>
    public async ValueTask<bool> Take(string file)
    {
        var tried = new List<string>(1);
        if (await directory.TryRename(file, NewPlace).ConfigureAwait(false))
            return true;
        foreach (var place in tried)
        {
            if (await IsThere(place).ConfigureAwait(false))
                return true;
        }

        return false;

        string NewPlace()
        {
            tried.Add(NewPlaceFor(file));
            return tried[^1];
        }
    }

    /// <summary>Moves a directory. It returns false if it was not there, or if it was empty.</summary>
    /// <exception cref="SharedDirectoryException">It is still there.</exception>
    public async ValueTask<bool> TakeDirectory(string folder)
    {
        // Some file systems say in one way that it is not there and that it may not be moved, and it must not be left for the next
        // attempt. It may also have come into being in between, by an attempt that nobody waits for any more.
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await directory.TryRenameDirectory(folder, NewPlaceFor(folder)).ConfigureAwait(false))
                return true;
            if ((await directory.List(folder).ConfigureAwait(false)).Count == 0)
                return false;
        }

        throw new SharedDirectoryException(Messages.NotMoved(folder, path), 0, isTransient: false);
    }

    /// <summary>
    /// Whether a file lies in the archive although the file system said that it could not be moved there. The rename asked for the new
    /// name before it gave it, so a cache may say for a while that there is no such file. A listing does not ask that cache.
    /// </summary>
    private async ValueTask<bool> IsThere(string place)
    {
        var slash = place.LastIndexOf('/');
        return await directory.TryRead(place).ConfigureAwait(false) is not null
            || (await directory.List(place[..slash]).ConfigureAwait(false)).Contains(place[(slash + 1)..]);
    }

    private string NewPlaceFor(string file)
    {
        var count = moves[file] = moves.GetValueOrDefault(file) + 1;
        return count == 1 ? InArchive(file) : $"{InArchive(file)}.{count.ToString(CultureInfo.InvariantCulture)}";
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
