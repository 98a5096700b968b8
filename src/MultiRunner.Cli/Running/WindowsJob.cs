using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MultiRunner.Cli.Running;

/// <summary>A job object of Windows: a set of processes and all that they start, which ends with this process.</summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsJob : IDisposable
{
    private const int BasicAccounting = 1;
    private const int ExtendedLimits = 9;
    private const uint KillOnClose = 0x2000;
    private const uint CtrlBreak = 1;
    private const uint ExitCodeOfKilled = 1;

    private readonly nint job;

    /// <exception cref="Win32Exception">It cannot be made.</exception>
    public WindowsJob()
    {
        job = NativeCreate(0, null);
        var limits = new Limits { Flags = KillOnClose };
        if (job == 0 || !NativeSet(job, ExtendedLimits, limits, Marshal.SizeOf<Limits>()))
            throw new Win32Exception();
    }

    /// <summary>Whether any of its processes runs.</summary>
    public bool HasMembers =>
        NativeQuery(job, BasicAccounting, out var accounting, Marshal.SizeOf<Accounting>(), 0) && accounting.Active > 0;

    /// <summary>Adds a process. What it starts from now on belongs to the job as well.</summary>
    /// <exception cref="Win32Exception">It cannot be added.</exception>
    public void Add(Process process)
    {
        if (!NativeAssign(job, process.Handle) && !process.HasExited)
            throw new Win32Exception();
    }

    /// <summary>Sends Ctrl-Break to the group that a process leads; false when that is not possible, as without a console.</summary>
    public static bool SendCtrlBreak(int leader) => NativeSendControl(CtrlBreak, leader);

    /// <summary>Ends all its processes.</summary>
    public void Terminate() => NativeTerminate(job, ExitCodeOfKilled);

    public void Dispose() => NativeClose(job);

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint NativeCreate(nint security, string? name);

    [LibraryImport("kernel32", EntryPoint = "SetInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeSet(nint job, int kind, in Limits limits, int size);

    [LibraryImport("kernel32", EntryPoint = "QueryInformationJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeQuery(nint job, int kind, out Accounting accounting, int size, nint length);

    [LibraryImport("kernel32", EntryPoint = "AssignProcessToJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeAssign(nint job, nint process);

    [LibraryImport("kernel32", EntryPoint = "TerminateJobObject", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeTerminate(nint job, uint exitCode);

    [LibraryImport("kernel32", EntryPoint = "GenerateConsoleCtrlEvent", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeSendControl(uint kind, int group);

    [LibraryImport("kernel32", EntryPoint = "CloseHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool NativeClose(nint handle);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION; of its fields only the flags are used.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct Limits
    {
        [FieldOffset(16)]
        public uint Flags;
    }

    /// <summary>JOBOBJECT_BASIC_ACCOUNTING_INFORMATION; of its fields only the number of running processes is used.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 48)]
    private struct Accounting
    {
        [FieldOffset(40)]
        public uint Active;
    }
}
