namespace MultiRunner.Storage;

/// <summary>A sweep directory on a real file system. Nothing else renames anything in a sweep.</summary>
internal sealed class FileSystemDirectory : ISharedDirectory
{
    private readonly IFileSystem files;

    /// <param name="root">The path of the sweep directory.</param>
    public FileSystemDirectory(string root)
    {
        Root = Path.GetFullPath(root);
        files = OperatingSystem.IsWindows() ? new WindowsFileSystem(Root) : new PosixFileSystem(Root);
    }

    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root { get; }

    public ValueTask<bool> TryRename(string from, string to) => ValueTask.FromResult(files.TryRename(from, to));

    public ValueTask<bool> TryRenameDirectory(string from, string to) => ValueTask.FromResult(files.TryRenameDirectory(from, to));

    public ValueTask<byte[]?> TryRead(string path) => ValueTask.FromResult(files.TryRead(path));

    public ValueTask<byte[]?> TryReadStart(string path, int most) => ValueTask.FromResult(files.TryReadStart(path, most));

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        files.Write(path, content.Span, sync: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        files.Write(path, content.Span, sync: false);
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteInPieces(string path, Action<Stream> content)
    {
        files.Write(path, content);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> List(string path) => List(
        path, static directory => Directory.EnumerateFileSystemEntries(directory).Select(entry => Path.GetFileName(entry)!));

    public ValueTask<IReadOnlyList<string>> ListFiles(string path) => List(path, FileTree.Of);

    public ValueTask<bool> TryDelete(string path) => ValueTask.FromResult(files.TryDelete(path));

    public ValueTask CreateDirectory(string path)
    {
        try
        {
            Directory.CreateDirectory(Full(path));
            return ValueTask.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw files.Explained(files.Failure(e, path));
        }
    }

    public ValueTask DeleteDirectory(string path)
    {
        try
        {
            // It tries to remove the directory itself first. When somebody has renamed the directory, the server says that there is none
            // of this name, and a client with an old cache does not delete the files under their new name.
            Directory.Delete(Full(path), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else has deleted it.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The remedy for several users is left out here, for an experiment may as well have given its own files such a mode.
            throw files.Failure(e, path);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask<IReadOnlyList<string>> List(string path, Func<string, IEnumerable<string>> enumerate)
    {
        try
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([.. enumerate(Full(path))]);
        }
        catch (DirectoryNotFoundException)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw files.Explained(files.Failure(e, path));
        }
    }

    private string Full(string path) => string.Concat(Root, "/", path);
}
