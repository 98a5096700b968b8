using MultiRunner.Storage;

namespace MultiRunner;

/// <summary>The file system of the sweep directory failed.</summary>
public sealed class SharedDirectoryException : IOException
{
    internal SharedDirectoryException(string message, int error, bool isTransient, Exception? inner = null)
        : base(message, inner)
    {
        Error = error;
        IsTransient = isTransient;
    }

    /// <summary>The operating system's error number, or 0 where there is none.</summary>
    public int Error { get; }

    /// <summary>Whether this user may not write there, or nobody may.</summary>
    internal bool IsDenied => SystemErrors.IsDenied(Error);

    /// <summary>Whether another process has the file open, and Windows lets nobody else rename it meanwhile.</summary>
    internal bool IsInUse { get; init; }

    /// <summary>Whether the same call may well succeed a moment later, as with a stale NFS handle.</summary>
    public bool IsTransient { get; }
}
