namespace MultiRunner.Gpus;

/// <summary>Chooses among the GPUs that a process may use.</summary>
internal static class LeastUsedGpu
{
    /// <summary>The GPU that is used least. Among equals it takes one at random.</summary>
    /// <exception cref="GpuException">The process may use no GPU.</exception>
    public static Gpu Of(GpuList gpus, Random random)
    {
        if (gpus.Visible.Count == 0)
            throw new GpuException(
                $"The best GPU is chosen among those that this process may use, but it may use none of {gpus.Description}. Change or "
                + $"remove that variable.");
        return gpus.Visible.GroupBy(Use).MinBy(equal => equal.Key)!.OrderBy(_ => random.Next()).First();
    }

    // Whole percents are compared, so that the few megabytes which drivers and displays take make no difference.
    private static (int Memory, int Utilization) Use(Gpu gpu) => (
        gpu is { MemoryUsed: { } used, MemoryTotal: > 0 and { } total } ? Percent((double)used / total) : 100,
        gpu.Utilization is { } utilization ? Percent(utilization) : 100);

    private static int Percent(double share) => (int)Math.Round(share * 100);
}
