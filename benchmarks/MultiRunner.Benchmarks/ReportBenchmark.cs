using System.Diagnostics;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>
/// The report of a large sweep whose results have long curves: made of all results as <c>multirunner report</c> does, and then taken
/// over as a worker does that finishes later. Each in a process of its own, so that the peak of its memory is its own.
/// </summary>
internal static class ReportBenchmark
{
    private const string Anew = "anew";
    private const string Over = "over";
    private const string Shown = "shown";

    public static async Task Run(Scratch scratch, int points, int steps)
    {
        using (scratch)
        {
            var root = scratch.New();
            var size = await Prepare(root, points, steps);
            await Console.Out.WriteLineAsync($"""
                A sweep of {points:N0} finished points, with a curve of {steps:N0} steps in each result of {size:N0} bytes, on {scratch.FileSystem}. The report is
                made of all results, as `multirunner report` does; taken over from the files that lie there, as a worker does that finishes
                later; and shown as it lies there, as a worker does that found all points finished. The last rows are whole commands. Each
                row is a process of its own, whose peak memory is that of the whole process.

                | | s | processor time, s | peak memory, MB | reads a result | listings | page alone, ms | size of the page, MB |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
            foreach (var way in new[] { Anew, Over, Shown })
            {
                using var process = Process.Start(Environment.ProcessPath!, ["once", "report", root, way]);
                await process.WaitForExitAsync();
            }

            var written = new DirectoryInfo(Path.Combine(root, SweepLayout.Report)).GetFiles().Sum(file => file.Length);
            Directory.Delete(Path.Combine(root, SweepLayout.Report), recursive: true);
            var (report, status) = (await Command("report", root, times: 1), await Command("status", root, times: 3));
            await Console.Out.WriteLineAsync($"\nThe files of the report have {written / 1e6:N0} MB.");
            await new Aim($"`multirunner report` of {points:N0} points takes", report, 10, " s").Print();
            await new Aim($"`multirunner status` of {points:N0} points takes", status, 1, " s").Print();
        }
    }

    /// <summary>Prints and returns the seconds of a command of the tool.</summary>
    private static async Task<double> Command(string command, string root, int times)
    {
        var tool = DotNet.Project("src/MultiRunner.Cli");
        await DotNet.Build(tool);
        var program = Path.Combine(Path.GetDirectoryName(tool)!, "bin", "Release", "net10.0", "MultiRunner.Cli.dll");
        var runs = new List<DotNetRun>();
        for (var i = 0; i < times; i++)
            runs.Add(await DotNet.Run([program, command, root], root: null));
        var seconds = runs.Select(run => run.Seconds).Median();
        await Console.Out.WriteLineAsync(
            $"| `multirunner {command}` | {seconds:F2} | {runs.Select(run => run.ProcessorSeconds).Median():F2} | | | | | |");
        return seconds;
    }

    /// <summary>Makes the report once and prints what it took.</summary>
    /// <param name="root">The sweep directory.</param>
    /// <param name="way">
    /// <c>anew</c> reads all results; <c>over</c> takes them from the report that lies there, for a worker that has run something;
    /// <c>shown</c> is the same for a worker that has not.
    /// </param>
    public static async Task Once(string root, string way)
    {
        var directory = new ReadCounter(new RetryingDirectory(new FileSystemDirectory(root), TimeProvider.System));
        var me = WorkerProcess.Identify();
        var writer = new ReportWriter(directory, me.Id, TimeProvider.System);
        if (way == Over)
            await directory.Write(SweepLayout.Worker(me.Id), SampleSweep.WorkerThatRanSomething(me));
        var clock = Stopwatch.GetTimestamp();
        var written = way == Anew ? await writer.WriteAnew() : (await writer.Write()).Made;
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        if (written is null != (way == Shown))
            throw new InvalidOperationException($"'{way}' {(written is null ? "showed what lay there" : "wrote a report")}.");
        using var process = Process.GetCurrentProcess();
        var (processor, memory) = (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1e6);
        await Console.Out.WriteLineAsync(
            $"| {NameOf(way)} | {seconds:F1} | {processor:F1} | {memory:N0} {Rest(written?.Report, directory)} |");
    }

    private static string NameOf(string way) => way switch
    {
        Anew => "made of all results",
        Over => "taken over",
        _ => "shown as it lies there",
    };

    private static string Rest(SweepReport? report, ReadCounter directory)
    {
        if (report is null)
            return $"| {directory.ReadsOfResults} | {directory.Lists} | |";
        var (time, size) = TimePage(report);
        return $"| {(double)directory.ReadsOfResults / report.Points.Count:F2} | {directory.Lists} | {time:F0} | {size / 1e6:F1}";
    }

    /// <summary>The milliseconds that the page takes by itself after the first time, and its size in bytes.</summary>
    private static (double Milliseconds, long Size) TimePage(SweepReport report)
    {
        using var page = new MemoryStream();
        var clock = Stopwatch.GetTimestamp();
        HtmlReport.Write(report, page);
        return (Stopwatch.GetElapsedTime(clock).TotalMilliseconds, page.Length);
    }

    /// <summary>Lays out a sweep of which every point is finished, and returns the size of a result.</summary>
    private static async ValueTask<int> Prepare(string root, int points, int steps)
    {
        var me = WorkerProcess.Identify();
        var directory = new FileSystemDirectory(root);
        foreach (var folder in new[] { SweepLayout.Ini, SweepLayout.Results, SweepLayout.Attempts, SweepLayout.Workers })
            await directory.CreateDirectory(folder);
        await directory.Write(SweepLayout.Manifest, SampleSweep.ManifestJson(points, me.Id));
        var size = 0;
        await Parallel.ForAsync(0, points, async (point, _) =>
        {
            var result = SampleSweep.ResultWithCurve(me, point, steps);
            size = result.Length;
            await directory.Write(SweepLayout.Result(point), result);
            await directory.Write(new StateFile(point, PointState.Finished).Path, default);
        });
        return size;
    }
}
