namespace MultiRunner.Storage;

/// <summary>
/// What a sweep directory asks of the operating system, by paths relative to it, with '/' between names. Each call is done once; whoever
/// is told of a passing error repeats it. Every method throws <see cref="SharedDirectoryException"/> when the call fails.
/// </summary>
internal interface IFileSystem
{
    /// <summary>
    /// Renames a file and replaces the file that has the new name. Of several processes that rename one file at the same moment one is
    /// told true. It returns false when there is no such file.
    /// </summary>
    bool TryRename(string from, string to);

    /// <summary>Renames a directory. It returns false when the new name is taken, or there is no such directory.</summary>
    bool TryRenameDirectory(string from, string to);

    /// <summary>The content of a file; null when there is none. Others may read, rename, replace and delete it meanwhile.</summary>
    byte[]? TryRead(string path);

    /// <summary>The same of its first bytes, <paramref name="most"/> of them at most.</summary>
    byte[]? TryReadStart(string path, int most);

    /// <summary>Creates or empties a file and writes it; with <paramref name="sync"/> to stable storage.</summary>
    void Write(string path, ReadOnlySpan<byte> content, bool sync);

    /// <summary>Creates or empties a file and lets <paramref name="write"/> write it piece by piece.</summary>
    void Write(string path, Action<Stream> write);

    /// <summary>Deletes a file. It returns false when there is none.</summary>
    bool TryDelete(string path);

    /// <summary>What an exception of .NET's own calls says about a path.</summary>
    SharedDirectoryException Failure(Exception e, string path);

    /// <summary>The same error, with the remedy where a file of another user is in the way.</summary>
    SharedDirectoryException Explained(SharedDirectoryException e);
}
