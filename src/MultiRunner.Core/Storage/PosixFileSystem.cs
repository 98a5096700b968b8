namespace MultiRunner.Storage;

/// <summary>Files by the calls of POSIX.</summary>
/// <param name="root">The absolute path of the sweep directory.</param>
internal sealed class PosixFileSystem(string root) : IFileSystem
{
    private readonly PosixPaths paths = new(root);

    public bool TryRename(string from, string to) => Rename(from, to) switch
    {
        0 => true,
        Posix.ENOENT => false,
        var error => throw Failed("rename", from, error),
    };

    public bool TryRenameDirectory(string from, string to)
    {
        var error = Rename(from, to);

        // Where the new name is taken already, ext4 and NFS say ENOTEMPTY, XFS says EEXIST and sshfs says EPERM.
        var taken = error is Posix.ENOENT or Posix.EEXIST or Posix.EPERM || error == Posix.ENOTEMPTY;
        return error == 0 || taken ? error == 0 : throw Failed("rename", from, error);
    }

    public byte[]? TryRead(string path) => Read(path, most: null);

    public byte[]? TryReadStart(string path, int most) => Read(path, most);

    public void Write(string path, ReadOnlySpan<byte> content, bool sync)
    {
        try
        {
            Posix.Write(paths.Of(path, stackalloc byte[PosixPaths.UsualLength]), content, sync);
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
            Posix.Write(paths.Of(path, stackalloc byte[PosixPaths.UsualLength]), write);
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
    }

    public bool TryDelete(string path) => Posix.Unlink(Full(path)) switch
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

    private byte[]? Read(string path, int? most)
    {
        try
        {
            return Posix.Read(Full(path), most);
        }
        catch (SharedDirectoryException e)
        {
            throw Explained(e);
        }
    }

    private int Rename(string from, string to) => Posix.Rename(
        paths.Of(from, stackalloc byte[PosixPaths.UsualLength]),
        paths.Of(to, stackalloc byte[PosixPaths.UsualLength]));

    private string Full(string path) => $"{root}/{path}";

    private SharedDirectoryException Failed(string call, string path, int error) => Explained(Posix.Failed(call, Full(path), error));
}
