using MultiRunner.Storage;

namespace MultiRunner.Format;

/// <summary>What several rooms do with the files of a sweep directory.</summary>
internal static class SharedDirectoryExtensions
{
    /// <summary>
    /// Writes a file under a temporary name of the worker's own and renames it into place, so that a reader sees the old content
    /// or the new one, and never a part of either.
    /// </summary>
    /// <param name="directory">The sweep directory.</param>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="worker">The id of the worker. It must not write the same file twice at the same time.</param>
    /// <param name="durable">Whether the content is on stable storage before the file has its name.</param>
    /// <returns>
    /// False when the file system refused the rename: Windows does so while somebody has the old file open, and over a network
    /// the reply to a rename that was done may have been lost. The temporary file is gone then.
    /// </returns>
    public static async ValueTask<bool> Replace(
        this ISharedDirectory directory, string path, ReadOnlyMemory<byte> content, string worker, bool durable)
    {
        var temporary = SweepLayout.TemporaryFor(path, worker);
        if (durable)
            await directory.WriteDurable(temporary, content).ConfigureAwait(false);
        else
            await directory.Write(temporary, content).ConfigureAwait(false);
        return await directory.Publish(temporary, path).ConfigureAwait(false);
    }

    /// <summary>
    /// Does the same for a file whose content may be large and is written piece by piece. Its loss in a power failure would cost
    /// nothing.
    /// </summary>
    public static async ValueTask<bool> Replace(this ISharedDirectory directory, string path, Action<Stream> content, string worker)
    {
        var temporary = SweepLayout.TemporaryFor(path, worker);
        await directory.WriteInPieces(temporary, content).ConfigureAwait(false);
        return await directory.Publish(temporary, path).ConfigureAwait(false);
    }

    private static async ValueTask<bool> Publish(this ISharedDirectory directory, string temporary, string path)
    {
        if (await directory.TryRename(temporary, path).ConfigureAwait(false))
            return true;
        await directory.TryDelete(temporary).ConfigureAwait(false);
        return false;
    }
}
