using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MultiRunner.Benchmarks;

/// <summary>Runs processes, and tells what those took that this one started and that have ended.</summary>
internal static partial class ChildProcesses
{
    private const int RusageChildren = -1;

    // struct rusage of 64-bit Linux: two times of seconds and microseconds, and 14 counters.
    private const int Counters = 18;

    /// <summary>Their processor time so far, in seconds, over all threads: all of it, and what of it was inside the kernel.</summary>
    public static (double All, double Kernel) ProcessorSeconds()
    {
        Span<long> usage = stackalloc long[Counters];
        Read(usage);
        var kernel = usage[2] + (usage[3] / 1e6);
        return (usage[0] + (usage[1] / 1e6) + kernel, kernel);
    }

    /// <summary>Starts commands one right after the other, and waits until all have ended.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="watch">What is done to them while they run.</param>
    public static async ValueTask<ChildRun> Run(IReadOnlyList<ChildCommand> commands, ChildWatch watch)
    {
        var before = ProcessorSeconds();
        var clock = Stopwatch.GetTimestamp();
        List<Process> processes = [.. commands.Select(Start)];
        var outputs = Task.WhenAll(processes.Select(process => process.StandardOutput.ReadToEndAsync()));
        var errors = Task.WhenAll(processes.Select(process => process.StandardError.ReadToEndAsync()));
        using var memory = watch.Memory ? new PeakMemory(processes) : null;
        var ended = await watch.Wait(processes);
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var after = ProcessorSeconds();
        var run = new ChildRun(
            seconds,
            after.All - before.All,
            after.Kernel - before.Kernel,
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
            WorkingDirectory = command.Directory ?? "",
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

    /// <summary>The largest memory that one of them had at once, in MB of a million bytes.</summary>
    public static double PeakMegabytes()
    {
        // The first counter is the peak in units of 1,024 bytes.
        Span<long> usage = stackalloc long[Counters];
        Read(usage);
        return usage[4] * 1024 / 1e6;
    }

    private static void Read(Span<long> usage)
    {
        if (GetRusage(RusageChildren, ref MemoryMarshal.GetReference(usage)) != 0)
            throw new InvalidOperationException($"getrusage failed (error {Marshal.GetLastPInvokeError()}).");
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetRusage(int who, ref long usage);
}
