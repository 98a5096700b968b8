using System.Diagnostics;

namespace MultiRunner.Benchmarks;

/// <summary>What a piece of work took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="UserSeconds">Of the processor outside the kernel, over all threads.</param>
/// <param name="KernelSeconds">Of the processor inside the kernel, over all threads.</param>
/// <param name="Bytes">Allocated on the managed heap.</param>
internal readonly record struct Cost(double Seconds, double UserSeconds, double KernelSeconds, double Bytes)
{
    public static Cost Of(ILoop loop, int points)
    {
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage;
        var clock = Stopwatch.GetTimestamp();
        loop.Take(points);
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var after = Environment.CpuUsage;
        return new Cost(
            seconds,
            (after.UserTime - processor.UserTime).TotalSeconds,
            (after.PrivilegedTime - processor.PrivilegedTime).TotalSeconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
