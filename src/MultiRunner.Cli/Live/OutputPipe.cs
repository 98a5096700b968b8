using System.Runtime.InteropServices;

namespace MultiRunner.Cli.Live;

/// <summary>
/// Standard output as a pipe. .NET says nothing when nobody reads it any more, and whoever writes to it would go on for ever.
/// </summary>
internal static partial class OutputPipe
{
    private const int StandardOutput = 1;
    private const short Error = 0x8;
    private const short HangUp = 0x10;

    /// <summary>Whether nobody will read what is written to standard output. False on Windows, where a write fails then.</summary>
    public static bool IsClosed()
    {
        if (OperatingSystem.IsWindows())
            return false;
        var output = new Polled { File = StandardOutput };
        return Poll(ref output, 1, 0) > 0 && (output.Found & (Error | HangUp)) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref Polled files, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
