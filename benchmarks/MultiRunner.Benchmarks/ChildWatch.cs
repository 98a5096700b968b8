using System.Diagnostics;

namespace MultiRunner.Benchmarks;

/// <summary>What is done to processes while they run.</summary>
internal sealed record ChildWatch
{
    /// <summary>How long they may take before all are killed.</summary>
    public TimeSpan Limit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Whether to look at their memory, which takes about a hundredth of a processor.</summary>
    public bool Memory { get; init; }

    /// <summary>Whether it is time to kill the first of them, which this is asked again and again; null: it is not killed.</summary>
    public Func<Process, bool>? KillFirst { get; init; }

    /// <summary>Kills the first one in time, and all that run longer than they may. Returns whether all ended before that limit.</summary>
    public async Task<bool> Wait(IReadOnlyList<Process> processes)
    {
        using var limit = new CancellationTokenSource(Limit);
        var ends = Task.WhenAll(processes.Select(process => process.WaitForExitAsync(CancellationToken.None)));
        try
        {
            if (KillFirst is not null)
                await Kill(processes[0], KillFirst, limit.Token);
            await ends.WaitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            foreach (var process in processes.Where(process => !process.HasExited))
                process.Kill(entireProcessTree: true);
            await ends;
            return false;
        }
    }

    private static async Task Kill(Process process, Func<Process, bool> isTime, CancellationToken cancellation)
    {
        while (!process.HasExited && !isTime(process))
            await Task.Delay(10, cancellation);
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }
}
