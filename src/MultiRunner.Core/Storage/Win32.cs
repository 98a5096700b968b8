using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>
/// Calls of Windows that .NET does not offer, and what its error numbers mean. Paths are full paths; a long one gets the prefix that lifts
/// the limit of 260 characters.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class Win32
{
    public const int AccessDenied = 5;
    public const int SharingViolation = 32;
    public const int FileExists = 80;
    public const int AlreadyExists = 183;

    private const int InvalidFunction = 1;
    private const int FileNotFound = 2;
    private const int PathNotFound = 3;
    private const int WriteProtected = 19;
    private const int NotSupported = 50;
    private const int InvalidParameter = 87;
    private const int CallNotImplemented = 120;
    private const int FacilityWin32 = unchecked((int)0x80070000);

    private const uint AccessToDelete = 0x00010000;
    private const uint Synchronize = 0x00100000;
    private const uint ShareReadAndWrite = 1 | 2;
    private const uint OpenExisting = 3;
    private const uint BackupSemantics = 0x02000000;
    private const uint OpenReparsePoint = 0x00200000;

    // FILE_INFO_BY_HANDLE_CLASS
    private const int RenameInfo = 3;
    private const int RenameInfoEx = 22;

    // Flags of FILE_RENAME_INFO with FileRenameInfoEx. With the second one a file that others have open can be replaced.
    private const uint ReplaceIfExists = 1;
    private const uint PosixSemantics = 2;

    // The layout of FILE_RENAME_INFO on 64-bit Windows: flags, handle of a directory, length of the name in bytes, name.
    private const int LengthOffset = 16;
    private const int NameOffset = 20;

    private const int LongestWithoutPrefix = 247;

    /// <summary>The error of the last call.</summary>
    public static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>Whether an error says that there is no such file or directory.</summary>
    public static bool IsNotThere(int error) => error is FileNotFound or PathNotFound;

    /// <summary>
    /// Whether an error may well pass: somebody has the file open, or the way to the server is in trouble. A full disk, a wrong name and a
    /// missing directory do not.
    /// </summary>
    public static bool IsTransient(int error) => error is
        SharingViolation // somebody has it open
        or 33 // ERROR_LOCK_VIOLATION
        or 21 // ERROR_NOT_READY
        or 51 // ERROR_REM_NOT_LIST
        or 53 // ERROR_BAD_NETPATH
        or 54 // ERROR_NETWORK_BUSY
        or 55 // ERROR_DEV_NOT_EXIST
        or 59 // ERROR_UNEXP_NET_ERR
        or 64 // ERROR_NETNAME_DELETED
        or 121 // ERROR_SEM_TIMEOUT
        or 145 // ERROR_DIR_NOT_EMPTY, of a directory whose files are deleted but still open somewhere
        or 170 // ERROR_BUSY
        or 303 // ERROR_DELETE_PENDING
        or 1117 // ERROR_IO_DEVICE
        or 1231 // ERROR_NETWORK_UNREACHABLE
        or 1232 // ERROR_HOST_UNREACHABLE
        or 1236 // ERROR_CONNECTION_ABORTED
        or 1450; // ERROR_NO_SYSTEM_RESOURCES

    /// <summary>Whether an error says that this user, or nobody, may do that.</summary>
    public static bool IsDenied(int error) => error is AccessDenied or WriteProtected;

    /// <summary>The error number that an exception of .NET carries; 0 when it carries none of Windows.</summary>
    public static int ErrorOf(Exception e) => (e.HResult & unchecked((int)0xFFFF0000)) == FacilityWin32 ? e.HResult & 0xFFFF : 0;

    /// <summary>
    /// Opens a file or directory in order to rename it, so that nobody else can do the same meanwhile. The handle is invalid when that
    /// fails, and <see cref="LastError"/> says why.
    /// </summary>
    public static SafeFileHandle OpenToRename(string path) => NativeCreateFile(
        Prefixed(path), AccessToDelete | Synchronize, ShareReadAndWrite, 0, OpenExisting, BackupSemantics | OpenReparsePoint, 0);

    /// <summary>Renames what a handle of <see cref="OpenToRename"/> stands for. It returns 0 or the error.</summary>
    public static int Rename(SafeFileHandle file, string to, bool replaces)
    {
        var name = Prefixed(to);
        var size = NameOffset + (sizeof(char) * (name.Length + 1));
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var info = buffer.AsSpan(0, size);
            info.Clear();
            BinaryPrimitives.WriteInt32LittleEndian(info[LengthOffset..], sizeof(char) * name.Length);
            MemoryMarshal.AsBytes(name.AsSpan()).CopyTo(info[NameOffset..]);
            BinaryPrimitives.WriteUInt32LittleEndian(info, replaces ? ReplaceIfExists | PosixSemantics : 0);
            if (NativeSetInformation(file, RenameInfoEx, info, size))
                return 0;

            // Windows before version 1709, and file systems other than NTFS, do not know it.
            if (LastError is not (InvalidFunction or NotSupported or InvalidParameter or CallNotImplemented))
                return LastError;
            BinaryPrimitives.WriteUInt32LittleEndian(info, replaces ? ReplaceIfExists : 0);
            return NativeSetInformation(file, RenameInfo, info, size) ? 0 : LastError;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Deletes a file. It returns 0 or the error; .NET's own call does not tell whether the file was there.</summary>
    public static int Delete(string path) => NativeDeleteFile(Prefixed(path)) ? 0 : LastError;

    private static string Prefixed(string path)
    {
        var full = path.Replace('/', '\\');
        if (full.Length <= LongestWithoutPrefix || full.StartsWith(@"\\?\", StringComparison.Ordinal))
            return full;
        return full.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC" + full[1..] : @"\\?\" + full;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial SafeFileHandle NativeCreateFile(
        string path, uint access, uint share, nint security, uint disposition, uint flags, nint template);

    [LibraryImport("kernel32", EntryPoint = "SetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeSetInformation(SafeFileHandle file, int kind, ReadOnlySpan<byte> information, int size);

    [LibraryImport("kernel32", EntryPoint = "DeleteFileW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeDeleteFile(string path);
}
