namespace MultiRunner.Storage;

/// <summary>A sweep directory on a real file system. The one type of the project that renames anything.</summary>
internal sealed class FileSystemDirectory : ISharedDirectory
{
    private readonly IFileSystem files;

    /// <param name="root">The path of the sweep directory.</param>
    public FileSystemDirectory(string root)
    {
        Root = Path.GetFullPath(root);
        files = OperatingSystem.IsWindows() ? new WindowsFileSystem() : new PosixFileSystem(Root);
    }

    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root { get; }

    public ValueTask<bool> TryRename(string from, string to) => ValueTask.FromResult(files.TryRename(Full(from), Full(to)));

    public ValueTask<bool> TryRenameDirectory(string from, string to) =>
        ValueTask.FromResult(files.TryRenameDirectory(Full(from), Full(to)));

    public ValueTask<byte[]?> TryRead(string path) => ValueTask.FromResult(files.TryRead(Full(path)));

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        files.Write(Full(path), content.Span, sync: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        files.Write(Full(path), content.Span, sync: false);
        return ValueTask.CompletedTask;
    }

    public ValueTask WriteInPieces(string path, Action<Stream> content)
    {
        files.Write(Full(path), content);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> List(string path)
    {
        try
        {
            var names = new List<string>();
            foreach (var entry in Directory.EnumerateFileSystemEntries(Full(path)))
                names.Add(Path.GetFileName(entry));
            return ValueTask.FromResult<IReadOnlyList<string>>(names);
        }
        catch (DirectoryNotFoundException)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw files.Explained(files.Failure(e, Full(path)));
        }
    }

    public ValueTask<bool> TryDelete(string path) => ValueTask.FromResult(files.TryDelete(Full(path)));

    public ValueTask CreateDirectory(string path)
    {
        try
        {
            Directory.CreateDirectory(Full(path));
            return ValueTask.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw files.Explained(files.Failure(e, Full(path)));
        }
    }

    public ValueTask DeleteDirectory(string path)
    {
        try
        {
            Directory.Delete(Full(path), recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else has deleted it.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The remedy for several users is left out here, for an experiment may as well have given its own files such a mode.
            throw files.Failure(e, Full(path));
        }

        return ValueTask.CompletedTask;
    }

    private string Full(string path) => string.Concat(Root, "/", path);
}
