namespace MultiRunner.Storage;

/// <summary>
/// The operations that the protocol needs of a directory that several machines see. Paths are relative to the sweep
/// directory and separated by '/'. Every method throws <see cref="SharedDirectoryException"/> when the file system fails.
/// </summary>
internal interface ISharedDirectory
{
    /// <summary>The full path of the sweep directory as this process sees it, for people; null when it has none.</summary>
    string? Root => null;

    /// <summary>
    /// Renames a file and replaces the file that has the new name. It returns false when the file system says that there is no
    /// such file. A network file system may also say that when the rename was done and its reply was lost, so a caller that
    /// must know looks for the new name.
    /// </summary>
    ValueTask<bool> TryRename(string from, string to);

    /// <summary>
    /// Renames a file for a caller who has other files to try. Nobody repeats the operation when another process has the file open, which
    /// <see cref="SharedDirectoryException.IsInUse"/> says of the exception.
    /// </summary>
    ValueTask<bool> TryRenameUnlessInUse(string from, string to) => TryRename(from, to);

    /// <summary>
    /// Renames a file to a name that <paramref name="newName"/> makes. Whoever repeats the operation asks for a name again. A try that
    /// failed may have been done, and another file may have got the old name since: under the same new name it would replace the first.
    /// </summary>
    ValueTask<bool> TryRename(string from, Func<string> newName) => TryRename(from, newName());

    /// <summary>
    /// Renames a directory. It returns false when <paramref name="to"/> is there already, or <paramref name="from"/> is not.
    /// </summary>
    ValueTask<bool> TryRenameDirectory(string from, string to);

    /// <summary>The content of a file, or null when there is none.</summary>
    ValueTask<byte[]?> TryRead(string path);

    /// <summary>The first bytes of a file, <paramref name="most"/> of them at most; or null when there is no such file.</summary>
    async ValueTask<byte[]?> TryReadStart(string path, int most)
    {
        var content = await TryRead(path).ConfigureAwait(false);
        return content?.Length > most ? content[..most] : content;
    }

    /// <summary>Writes a file. When the task is complete the content is on stable storage.</summary>
    ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content);

    /// <summary>Writes a file whose loss in a power failure would cost nothing.</summary>
    ValueTask Write(string path, ReadOnlyMemory<byte> content);

    /// <summary>
    /// Writes a file whose loss in a power failure would cost nothing, and whose content may be too large to be held whole.
    /// <paramref name="content"/> writes it; it may be called again after a failure.
    /// </summary>
    ValueTask WriteInPieces(string path, Action<Stream> content)
    {
        using var whole = new MemoryStream();
        content(whole);
        return Write(path, whole.ToArray());
    }

    /// <summary>The names in a directory, in no order. A directory that does not exist has none.</summary>
    ValueTask<IReadOnlyList<string>> List(string path);

    /// <summary>
    /// The paths of the files in a directory and below it, relative to that directory, in no order. A directory that does not exist has
    /// none. Links to directories are not followed. An implementation that has no directories below others lists the names.
    /// </summary>
    ValueTask<IReadOnlyList<string>> ListFiles(string path) => List(path);

    /// <summary>Deletes a file if it is there. It returns false when it is not.</summary>
    ValueTask<bool> TryDelete(string path);

    /// <summary>Makes a directory and its parents, if they are not there.</summary>
    ValueTask CreateDirectory(string path);

    /// <summary>Deletes a directory and everything in it, if it is there.</summary>
    ValueTask DeleteDirectory(string path);
}
