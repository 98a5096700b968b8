using System.Runtime.InteropServices;

namespace MultiRunner.Benchmarks;

/// <summary>What the processes took that this one started and that have ended.</summary>
internal static partial class ChildProcesses
{
    private const int RusageChildren = -1;

    /// <summary>Their processor time so far, in seconds, over all threads: all of it, and what of it was inside the kernel.</summary>
    public static (double All, double Kernel) ProcessorSeconds()
    {
        // struct rusage of 64-bit Linux: two times of seconds and microseconds, and 14 counters.
        Span<long> usage = stackalloc long[18];
        if (GetRusage(RusageChildren, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException($"getrusage failed (error {Marshal.GetLastPInvokeError()}).");
        var kernel = usage[2] + (usage[3] / 1e6);
        return (usage[0] + (usage[1] / 1e6) + kernel, kernel);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetRusage(int who, ref long usage);
}
