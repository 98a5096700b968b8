using System.Runtime.InteropServices;

namespace MultiRunner.Benchmarks;

/// <summary>What the processes took that this one started and that have ended.</summary>
internal static partial class ChildProcesses
{
    private const int RusageChildren = -1;

    /// <summary>Their processor time so far, in seconds, in the kernel and outside it, over all threads.</summary>
    public static double ProcessorSeconds()
    {
        // struct rusage of 64-bit Linux: two times of seconds and microseconds, and 14 counters.
        Span<long> usage = stackalloc long[18];
        if (GetRusage(RusageChildren, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException($"getrusage failed (error {Marshal.GetLastPInvokeError()}).");
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    /// <summary>The largest memory that one of them had at once, in MB of a million bytes.</summary>
    public static double PeakMegabytes()
    {
        // The first counter is the peak in units of 1,024 bytes.
        Span<long> usage = stackalloc long[18];
        if (GetRusage(RusageChildren, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException($"getrusage failed (error {Marshal.GetLastPInvokeError()}).");
        return usage[4] * 1024 / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetRusage(int who, ref long usage);
}
