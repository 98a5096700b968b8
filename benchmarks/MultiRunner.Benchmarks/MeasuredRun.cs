using System.Diagnostics;
using System.Globalization;

namespace MultiRunner.Benchmarks;

/// <summary>A run of <c>dotnet</c> with the memory of the largest of its processes.</summary>
/// <param name="Seconds">What it took by the clock.</param>
/// <param name="PeakMegabytes">The most memory that one of its processes had at once.</param>
/// <param name="Output">What it wrote.</param>
internal sealed record MeasuredRun(double Seconds, double PeakMegabytes, string Output)
{
    /// <summary>
    /// Runs <c>dotnet</c> below a process of its own: the kernel tells the peak of all processes that a process has waited for, and of no
    /// single one.
    /// </summary>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    /// <param name="root">Where its sweeps go.</param>
    /// <param name="directory">Where it is started.</param>
    public static async ValueTask<MeasuredRun> Of(string[] arguments, string? root, string directory)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["once", "dotnet", root ?? "", directory, .. arguments])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
        var end = output.TrimEnd().LastIndexOf('\n');
        var figures = output[(end + 1)..].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return new MeasuredRun(figures[0], figures[1], output[..end]);
    }

    /// <summary>The process in between.</summary>
    /// <param name="arguments">The root, the directory, and the arguments of <c>dotnet</c>.</param>
    public static async Task Once(string[] arguments)
    {
        var root = arguments[0].Length == 0 ? null : arguments[0];
        var run = await DotNet.Run(arguments[2..], root, arguments[1]);
        await Console.Out.WriteLineAsync(run.Output);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{run.Seconds:R} {ChildProcesses.PeakMegabytes():R}"));
    }
}
