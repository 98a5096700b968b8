using System.Globalization;
using System.Runtime.InteropServices;

namespace MultiRunner.Storage;

/// <summary>
/// Calls of the C library. The result of each is checked. .NET's own are not used for writing and renaming: its
/// <c>Flush(true)</c> does not report a failed fsync, and its <c>File.Move</c> asks whether the source exists before it
/// renames and copies across devices.
/// </summary>
internal static partial class Posix
{
    public const int ENOENT = 2;
    public const int EINTR = 4;
    public const int EIO = 5;
    public const int EAGAIN = 11;
    public const int EACCES = 13;
    public const int EEXIST = 17;
    public const int EPERM = 1;
    public const int EROFS = 30;
    public const int ENOTDIR = 20;
    public const int EBUSY = 16;

    private const int ESRCH = 3;
    private const int ReadOnly = 0;
    private const int WriteOnly = 1;
    private const int CreateOnLinux = 0x40;
    private const int TruncateOnLinux = 0x200;
    private const int BufferSize = 65536;

    // These errors have other numbers outside Linux. A system that is neither Linux nor Windows is taken for a BSD.
    public static readonly int ENOTEMPTY = OperatingSystem.IsLinux() ? 39 : 66;
    private static readonly int ESTALE = OperatingSystem.IsLinux() ? 116 : 70;

    // EPIPE, ECOMM, ENETDOWN, ENETUNREACH, ECONNABORTED, ECONNRESET, ENOTCONN, ESHUTDOWN, ETIMEDOUT, ECONNREFUSED, EHOSTDOWN,
    // EHOSTUNREACH and EREMOTEIO: file systems pass on what the network says. On a BSD they are the same, without ECOMM and EREMOTEIO.
    private static readonly int[] OfTheNetwork = OperatingSystem.IsLinux()
        ? [32, 70, 100, 101, 103, 104, 107, 108, 110, 111, 112, 113, 121]
        : [32, 50, 51, 53, 54, 57, 58, 60, 61, 64, 65];
    private static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    public static bool IsTransient(int error) =>
        error is EIO or EAGAIN or EBUSY || error == ESTALE || OfTheNetwork.Contains(error);

    /// <summary>Whether an error says that this user, or nobody, may do that.</summary>
    public static bool IsDenied(int error) => error is EACCES or EPERM or EROFS;

    /// <summary>Calls rename(2) with paths of <see cref="PosixPaths"/>. It returns 0 or the error number.</summary>
    public static int Rename(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        while (NativeRename(from, to) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error != EINTR)
                return error;
        }

        return 0;
    }

    /// <summary>Calls unlink(2). It returns 0 or the error number.</summary>
    public static int Unlink(string path) => NativeUnlink(path) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Calls link(2). It returns 0 or the error number.</summary>
    public static int Link(string from, string to) => NativeLink(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Whether there is a process with this id. It may be one of another user that /proc does not show.</summary>
    public static bool ProcessExists(int processId) => NativeKill(processId, signal: 0) == 0 || Marshal.GetLastPInvokeError() != ESRCH;

    /// <summary>Sends a signal to a process, or to all processes of a group when the id is negative. None may be left to get it.</summary>
    public static void Signal(int processId, int signal) => NativeKill(processId, signal);

    /// <summary>
    /// Creates or empties a file, writes it, syncs it if <paramref name="sync"/> says so, and closes it. Every step is checked.
    /// The path is one of <see cref="PosixPaths"/>.
    /// </summary>
    public static void Write(ReadOnlySpan<byte> path, ReadOnlySpan<byte> content, bool sync)
    {
        var file = CreateFile(path);
        try
        {
            if (WriteAll(file, content) is var error and not 0)
                throw Failed("write", PosixPaths.Text(path), error);
            while (sync && NativeSync(file) < 0)
                ThrowUnlessInterrupted("fsync", path);
        }
        catch
        {
            _ = NativeClose(file);
            throw;
        }

        Close(file, path);
    }

    /// <summary>
    /// Creates or empties a file, lets <paramref name="write"/> write it piece by piece, and closes it. Every step is checked.
    /// The path is one of <see cref="PosixPaths"/>.
    /// </summary>
    public static void Write(ReadOnlySpan<byte> path, Action<Stream> write)
    {
        var file = CreateFile(path);
        try
        {
            using var stream = new BufferedStream(new PosixStream(file, PosixPaths.Text(path)), BufferSize);
            write(stream);
        }
        catch
        {
            _ = NativeClose(file);
            throw;
        }

        Close(file, path);
    }

    /// <summary>Writes all of it to an open file. It returns 0 or the error number.</summary>
    public static int WriteAll(int file, ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var written = NativeWrite(file, content, content.Length);
            if (written >= 0)
                content = content[(int)written..];
            else if (Marshal.GetLastPInvokeError() is var error and not EINTR)
                return error;
        }

        return 0;
    }

    private static int CreateFile(ReadOnlySpan<byte> path)
    {
        int file;
        while ((file = Create(path)) < 0)
            ThrowUnlessInterrupted("create", path);
        return file;
    }

    /// <summary>
    /// Closes a file. NFS and GlusterFS may report a full disk as late as here. On Linux the file is closed even when close returns EINTR.
    /// </summary>
    private static void Close(int file, ReadOnlySpan<byte> path)
    {
        if (NativeClose(file) != 0 && Marshal.GetLastPInvokeError() is var closing and not EINTR)
            throw Failed("close", PosixPaths.Text(path), closing);
    }

    /// <summary>
    /// The content of a file, or its first bytes if <paramref name="most"/> says how many; null when there is no file. It takes no lock,
    /// whereas a FileStream does.
    /// </summary>
    public static byte[]? Read(string path, int? most = null)
    {
        int file;
        while ((file = NativeOpen(path, ReadOnly | CloseOnExec)) < 0)
        {
            switch (Marshal.GetLastPInvokeError())
            {
                case EINTR: continue;
                case ENOENT or ENOTDIR: return null;
                case var error: throw Failed("open", path, error);
            }
        }

        try
        {
            return most is { } length ? PosixReader.ReadStart(file, path, length) : PosixReader.ReadAll(file, path);
        }
        finally
        {
            _ = NativeClose(file);
        }
    }

    /// <summary>Reads what there is next in an open file, at most as much as the buffer takes; 0 at its end.</summary>
    public static int ReadSome(int file, Span<byte> buffer, string path)
    {
        nint read;
        while ((read = NativeRead(file, buffer, buffer.Length)) < 0)
            ThrowUnlessInterrupted("read", path);
        return (int)read;
    }

    public static SharedDirectoryException Failed(string call, string path, int error) => new(
        string.Create(CultureInfo.InvariantCulture, $"{call} of '{path}' failed: {Marshal.GetPInvokeErrorMessage(error)} (error "
            + $"{error})"), error, IsTransient(error));

    /// <summary>
    /// Creates or empties a file, and opens it for writing, on Linux with O_CLOEXEC. Without that flag a process that an experiment
    /// starts at this moment inherits the descriptor and keeps the file open for as long as it runs. On NFS a file that is deleted
    /// meanwhile then stays as .nfsXXXX, and a volume cannot be unmounted.
    /// </summary>
    private static int Create(ReadOnlySpan<byte> path)
    {
        const uint ReadWriteForAll = 0x1B6; // 0666, less the umask
        return OperatingSystem.IsLinux()
            ? NativeOpen(path, WriteOnly | CreateOnLinux | TruncateOnLinux | CloseOnExec, ReadWriteForAll)
            : NativeCreate(path, ReadWriteForAll);
    }

    /// <summary>Throws what the last call failed with, unless a signal interrupted it and it must be called again.</summary>
    internal static void ThrowUnlessInterrupted(string call, string path)
    {
        if (Marshal.GetLastPInvokeError() is var error and not EINTR)
            throw Failed(call, path, error);
    }

    private static void ThrowUnlessInterrupted(string call, ReadOnlySpan<byte> path)
    {
        if (Marshal.GetLastPInvokeError() is var error and not EINTR)
            throw Failed(call, PosixPaths.Text(path), error);
    }

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static partial int NativeRename(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int NativeKill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeUnlink(string path);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeLink(string from, string to);

    // open with a mode is a variadic function. On Linux its arguments are passed as those of any other; on Apple's arm64 they
    // are not, and P/Invoke cannot call it there.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static partial int NativeOpen(ReadOnlySpan<byte> path, int flags, uint mode);

    // It cannot be told to close the file in processes that are started. Only systems other than Linux use it.
    [LibraryImport("libc", EntryPoint = "creat", SetLastError = true)]
    private static partial int NativeCreate(ReadOnlySpan<byte> path, uint mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint NativeWrite(int file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint NativeRead(int file, Span<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int NativeSync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int NativeClose(int file);
}
