using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>Locks of files of this host by flock(2).</summary>
internal static partial class FileLock
{
    private const int ReadOnly = 0;
    private const int ReadWrite = 2;
    private const int LockSharedAtOnce = 1 | 4;
    private const int LockAloneAtOnce = 2 | 4;

    private static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;
    private static readonly int NotBlocking = OperatingSystem.IsLinux() ? 0x800 : 4;
    private static readonly int WouldBlock = OperatingSystem.IsLinux() ? 11 : 35;

    // What open says of a link that it must not follow. FreeBSD says EMLINK, the others say ELOOP.
    private static readonly int[] LinkErrors = OperatingSystem.IsLinux() ? [40] : [62, 31];

    // Linux has one number for this flag on ARM and PowerPC and another one on all other processors.
    private static readonly int NoFollow = !OperatingSystem.IsLinux() ? 0x100
        : RuntimeInformation.ProcessArchitecture
            is Architecture.Arm or Architecture.Arm64 or Architecture.Armv6 or Architecture.Ppc64le ? 0x8000
        : 0x20000;

    /// <summary>
    /// Locks a file or directory together with others, until the handle is closed or the process dies. It returns null when it
    /// cannot be locked now.
    /// </summary>
    public static SafeFileHandle? TryShare(string path)
    {
        var file = NativeOpen(path, ReadOnly | CloseOnExec);
        if (file < 0)
            return null;
        var handle = new SafeFileHandle(file, ownsHandle: true);
        if (NativeLock(file, LockSharedAtOnce) == 0)
            return handle;
        handle.Dispose();
        return null;
    }

    /// <summary>
    /// Opens a file to read and write and locks it by flock(2) for this holder alone, until the handle is closed or the process
    /// dies. It returns null when another holder has it. A symbolic link at the end of the path is not followed.
    /// </summary>
    /// <exception cref="IOException">It cannot be opened, or it is a symbolic link, a directory, a pipe or a device.</exception>
    public static SafeFileHandle? TryTake(string path)
    {
        // The file may be a pipe. The call must not wait for somebody who opens its other end.
        int file;
        while ((file = NativeOpen(path, ReadWrite | CloseOnExec | NoFollow | NotBlocking)) < 0)
        {
            if (LinkErrors.Contains(Marshal.GetLastPInvokeError()))
                throw new IOException($"'{path}' is a symbolic link");
            Posix.ThrowUnlessInterrupted("open", path);
        }

        var handle = new SafeFileHandle(file, ownsHandle: true);
        try
        {
            // The open file is asked, not its name, which may stand for another file by now.
            if (OperatingSystem.IsLinux() && !FileStatus.Of(handle, path).IsRegularFile)
                throw new IOException($"'{path}' is not a regular file");
            while (NativeLock(file, LockAloneAtOnce) != 0)
            {
                if (Marshal.GetLastPInvokeError() == WouldBlock)
                {
                    handle.Dispose();
                    return null;
                }

                Posix.ThrowUnlessInterrupted("flock", path);
            }

            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int NativeLock(int file, int operation);
}
