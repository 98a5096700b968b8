namespace MultiRunner.Storage;

/// <summary>A sweep directory on a real file system. The one type of the project that renames anything.</summary>
internal sealed class FileSystemDirectory(string root) : ISharedDirectory
{
    /// <summary>The absolute path of the sweep directory.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    public ValueTask<bool> TryRename(string from, string to)
    {
        if (OperatingSystem.IsWindows())
            return ValueTask.FromResult(RenameOnWindows(() => File.Move(Full(from), Full(to), overwrite: true)));
        return Posix.Rename(Full(from), Full(to)) switch
        {
            0 => ValueTask.FromResult(true),
            Posix.ENOENT => ValueTask.FromResult(false),
            var error => throw Failed("rename", from, error),
        };
    }

    public ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        if (OperatingSystem.IsWindows())
            return ValueTask.FromResult(RenameOnWindows(() => new DirectoryInfo(Full(from)).MoveTo(Full(to))));
        var error = Posix.Rename(Full(from), Full(to));

        // Where the new name is taken already, ext4 and NFS say ENOTEMPTY, XFS says EEXIST and sshfs says EPERM.
        var taken = error is Posix.ENOENT or Posix.EEXIST or Posix.EPERM || error == Posix.ENOTEMPTY;
        return error == 0 || taken ? ValueTask.FromResult(error == 0) : throw Failed("rename", from, error);
    }

    public ValueTask<byte[]?> TryRead(string path)
    {
        try
        {
            return ValueTask.FromResult(OperatingSystem.IsWindows() ? File.ReadAllBytes(Full(path)) : Posix.Read(Full(path)));
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ValueTask.FromResult<byte[]?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrap(e);
        }
    }

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Write(path, content.Span, sync: true);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => Write(path, content.Span, sync: false);

    public ValueTask WriteInPieces(string path, Action<Stream> content)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Posix.Write(Full(path), content);
                return ValueTask.CompletedTask;
            }

            using var file = new FileStream(Full(path), FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
            content(file);
            return ValueTask.CompletedTask;
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrap(e);
        }
    }

    public ValueTask<IReadOnlyList<string>> List(string path) =>
        List(() => Directory.EnumerateFileSystemEntries(Full(path)).Select(entry => Path.GetFileName(entry)!));

    public ValueTask<IReadOnlyList<string>> ListFiles(string path) => List(() => FileTree.Of(Full(path)));

    public ValueTask<bool> TryDelete(string path)
    {
        if (OperatingSystem.IsWindows())
            return ValueTask.FromResult(RenameOnWindows(() => File.Delete(Full(path))));
        return Posix.Unlink(Full(path)) switch
        {
            0 => ValueTask.FromResult(true),
            Posix.ENOENT or Posix.ENOTDIR => ValueTask.FromResult(false),
            var error => throw Failed("delete", path, error),
        };
    }

    public ValueTask CreateDirectory(string path)
    {
        try
        {
            Directory.CreateDirectory(Full(path));
            return ValueTask.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrap(e);
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
            throw Unexplained(e);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask<IReadOnlyList<string>> List(Func<IEnumerable<string>> enumerate)
    {
        try
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([.. enumerate()]);
        }
        catch (DirectoryNotFoundException)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrap(e);
        }
    }

    private ValueTask Write(string path, ReadOnlySpan<byte> content, bool sync)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                Posix.Write(Full(path), content, sync);
                return ValueTask.CompletedTask;
            }

            using var file = File.OpenHandle(Full(path), FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
            RandomAccess.Write(file, content, 0);
            if (sync)
                RandomAccess.FlushToDisk(file);
            return ValueTask.CompletedTask;
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrap(e);
        }
    }

    private bool RenameOnWindows(Action rename)
    {
        try
        {
            rename();
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Either the directory is there already, or another process has the file open at the moment. The caller looks again.
            return FileInUse.IsSaidBy(e) ? throw Wrap(e) : false;
        }
    }

    private SharedDirectoryException Failed(string call, string path, int error) => Explained(Posix.Failed(call, Full(path), error));

    private SharedDirectoryException Wrap(Exception e) => Explained(Unexplained(e));

    private static SharedDirectoryException Unexplained(Exception e)
    {
        // On Unix an IOException carries the error number. An UnauthorizedAccessException carries it in its inner exception.
        var error = (e as IOException ?? e.InnerException)?.HResult ?? 0;
        var isTransient = !OperatingSystem.IsWindows() ? Posix.IsTransient(error) : e is not UnauthorizedAccessException;
        return new SharedDirectoryException(e.Message, error, isTransient, e);
    }

    /// <summary>Adds the rule and the remedy where a file of another user is in the way.</summary>
    private SharedDirectoryException Explained(SharedDirectoryException e)
    {
        if (OperatingSystem.IsWindows() || e.Error is not (Posix.EACCES or Posix.EPERM))
            return e;

        // EPERM comes from a sticky directory, in which only the owner of a file may rename it. Before the sweep is made its
        // directory is not there, and the one above it is named instead.
        var all = Directory.Exists(Root) ? Root : Path.GetDirectoryName(Root) ?? Root;
        var sticky = e.Error == Posix.EPERM ? ",-t" : "";
        return new SharedDirectoryException(
            $"{e.Message.TrimEnd('.')}. A worker must be able to write all files and directories of a sweep, whichever user made them. "
                + $"Their owners give them to the group with: chgrp -R GROUP '{all}'; chmod -R g+rwX{sticky} '{all}'; find '{all}' "
                + $"-type d -exec chmod g+s {{}} +. And each user of the group starts workers with: umask 002.",
            e.Error,
            e.IsTransient,
            e);
    }

    private string Full(string path) => string.Concat(Root, "/", path);
}
