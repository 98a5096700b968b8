using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace MultiRunner.Storage;

/// <summary>
/// The owner and the mode of a file, as statx(2) tells them. .NET tells neither the owner nor whether an open file is a regular
/// one, and the layout of statx is the same on every processor, unlike that of stat(2).
/// </summary>
/// <param name="Owner">The number of the user to whom it belongs.</param>
/// <param name="Mode">Its type and permissions.</param>
[SupportedOSPlatform("linux")]
internal readonly partial record struct FileStatus(uint Owner, uint Mode)
{
    private const int CurrentDirectory = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const uint TypeBits = 0xF000;
    private const uint RegularFile = 0x8000;
    private const uint StickyAndWritableForAll = 0x202; // 01002

    /// <summary>The number of the user as whom this process acts.</summary>
    public static uint Me => NativeUser();

    /// <summary>Whether it is a file, and no directory, pipe, socket or device.</summary>
    public bool IsRegularFile => (Mode & TypeBits) == RegularFile;

    /// <summary>
    /// Whether everybody may make files in this directory, and nobody but its owner may remove or rename those of others.
    /// </summary>
    public bool IsStickyForAll => (Mode & StickyAndWritableForAll) == StickyAndWritableForAll;

    /// <summary>The permissions alone.</summary>
    public UnixFileMode Permissions => (UnixFileMode)(Mode & ~TypeBits);

    /// <summary>The status of what a path leads to, through symbolic links.</summary>
    public static FileStatus Of(string path) => Read(CurrentDirectory, path, flags: 0, path);

    /// <summary>The status of a file that is open.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="path">Its path, for the message when it fails.</param>
    public static FileStatus Of(SafeFileHandle file, string path) => Read((int)file.DangerousGetHandle(), "", EmptyPath, path);

    private static FileStatus Read(int directory, string relative, int flags, string path)
    {
        Span<byte> status = stackalloc byte[256];
        if (NativeStatus(directory, relative, flags, BasicFields, status) != 0)
            throw Posix.Failed("statx", path, Marshal.GetLastPInvokeError());
        return new FileStatus(MemoryMarshal.Read<uint>(status[20..]), MemoryMarshal.Read<ushort>(status[28..]));
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeStatus(int directory, string path, int flags, uint mask, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint NativeUser();
}
