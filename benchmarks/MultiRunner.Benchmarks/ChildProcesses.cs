using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MultiRunner.Benchmarks;

/// <summary>Runs processes, and tells what those took that this one started and that have ended.</summary>
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

    /// <summary>Starts commands one right after the other, and waits until all have ended.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="watch">What is done to them while they run.</param>
    public static async ValueTask<ChildRun> Run(IReadOnlyList<ChildCommand> commands, ChildWatch watch)
    {
        var processor = ProcessorSeconds();
        var clock = Stopwatch.GetTimestamp();
        List<Process> processes = [.. commands.Select(Start)];
        var outputs = Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync()));
        var errors = Task.WhenAll(processes.Select(process => process.StandardError.ReadToEndAsync()));
        using var memory = watch.Memory ? new PeakMemory(processes) : null;
        var ended = await watch.Wait(processes);
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var run = new ChildRun(
            seconds,
            ProcessorSeconds() - processor,
            memory?.Megabytes ?? 0,
            [.. processes.Select(process => process.ExitCode)],
            await outputs,
            await errors,
            ended);
        processes.ForEach(process => process.Dispose());
        return run;
    }

    private static Process Start(ChildCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetRusage(int who, ref long usage);
}
