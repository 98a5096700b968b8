namespace MultiRunner.Storage;

/// <summary>Files by the calls of POSIX.</summary>
/// <param name="root">The directory that several users may share, for messages.</param>
internal sealed class PosixFileSystem(string root) : IFileSystem
{
    public bool TryRename(string from, string to) => Posix.Rename(from, to) switch
    {
        0 => true,
        Posix.ENOENT => false,
        var error => throw Failed("rename", from, error),
    };

    public bool TryRenameDirectory(string from, string to)
    {
        var error = Posix.Rename(from, to);

        // Where the new name is taken already, ext4 and NFS say ENOTEMPTY, XFS says EEXIST and sshfs says EPERM.
        var taken = error is Posix.ENOENT or Posix.EEXIST or Posix.EPERM || error == Posix.ENOTEMPTY;
        return error == 0 || taken ? error == 0 : throw Failed("rename", from, error);
    }

    public byte[]? TryRead(string path)
    {
        try
        {
            return Posix.Read(path);
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
    }

    public void Write(string path, ReadOnlySpan<byte> content, bool sync)
    {
        try
        {
            Posix.Write(path, content, sync);
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
    }

    public void Write(string path, Action<Stream> write)
    {
        try
        {
            Posix.Write(path, write);
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
    }

    public bool TryDelete(string path) => Posix.Unlink(path) switch
    {
        0 => true,
        Posix.ENOENT or Posix.ENOTDIR => false,
        var error => throw Failed("delete", path, error),
    };

    public SharedDirectoryException Failure(Exception e, string path)
    {
        // An IOException carries the error number. An UnauthorizedAccessException carries it in its inner exception.
        var error = (e as IOException ?? e.InnerException)?.HResult ?? 0;
        return new SharedDirectoryException(e.Message, error, Posix.IsTransient(error), e);
    }

    public SharedDirectoryException Explained(SharedDirectoryException e)
    {
        if (e.Error is not (Posix.EACCES or Posix.EPERM))
            return e;

        // EPERM comes from a sticky directory, in which only the owner of a file may rename it. Before the sweep is made its
        // directory is not there, and the one above it is named instead.
        var all = Directory.Exists(root) ? root : Path.GetDirectoryName(root) ?? root;
        var sticky = e.Error == Posix.EPERM ? ",-t" : "";
        return new SharedDirectoryException(
            $"{e.Message.TrimEnd('.')}. A worker must be able to write all files and directories of a sweep, whichever user made them. "
                + $"Their owners give them to the group with: chgrp -R GROUP '{all}'; chmod -R g+rwX{sticky} '{all}'; find '{all}' "
                + $"-type d -exec chmod g+s {{}} +. And each user of the group starts workers with: umask 002.",
            e.Error,
            e.IsTransient,
            e);
    }

    private SharedDirectoryException Failed(string call, string path, int error) => Explained(Posix.Failed(call, path, error));
}
