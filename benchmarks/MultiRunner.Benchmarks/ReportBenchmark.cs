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
    public static async Task Run(Scratch scratch, int points, int steps)
    {
        using (scratch)
        {
            var root = scratch.New();
            var size = await Prepare(root, points, steps);
            await Console.Out.WriteLineAsync($"{points:N0} points, curves of {steps:N0} steps, results of {size:N0} bytes, in {scratch.Root}");
            foreach (var way in new[] { "anew", "over" })
            {
                using var process = Process.Start(Environment.ProcessPath!, ["once", "report", root, way]);
                await process.WaitForExitAsync();
            }

            var written = new DirectoryInfo(Path.Combine(root, SweepLayout.Report)).GetFiles().Sum(file => file.Length);
            await Console.Out.WriteLineAsync($"files of the report: {written / 1e6:N0} MB");
        }
    }

    /// <summary>Makes the report once and prints what it took.</summary>
    /// <param name="root">The sweep directory.</param>
    /// <param name="way"><c>anew</c> reads all results; <c>over</c> takes them from the report that lies there.</param>
    public static async Task Once(string root, string way)
    {
        var directory = new ReadCounter(new RetryingDirectory(new FileSystemDirectory(root), TimeProvider.System));
        var writer = new ReportWriter(directory, WorkerProcess.Identify().Id, TimeProvider.System);
        var clock = Stopwatch.GetTimestamp();
        var written = await (way == "anew" ? writer.WriteAnew() : writer.Write());
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        using var me = Process.GetCurrentProcess();
        await Console.Out.WriteLineAsync(
            $"{way}: {seconds:F1} s, {me.TotalProcessorTime.TotalSeconds:F1} s of processors, peak memory {me.PeakWorkingSet64 / 1e6:N0} MB, "
            + $"{(double)directory.ReadsOfResults / written.Report.Points.Count:F2} reads a result (at most {directory.MostReadsOfAResult}), "
            + $"{directory.Lists} listings, {written.Report.Counts.Finished:N0} finished, {written.Report.Warnings.Count} warnings");
        if (way == "anew")
            await TimePage(written.Report);
    }

    /// <summary>Prints what the page alone costs: the first time in a process, which compiles its code, and then again.</summary>
    private static async Task TimePage(SweepReport report)
    {
        var size = 0L;
        var times = new double[3];
        var allocated = 0L;
        for (var i = 0; i < times.Length; i++)
        {
            using var page = new MemoryStream((int)size);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.GetTimestamp();
            HtmlReport.Write(report, page);
            times[i] = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            (allocated, size) = (GC.GetAllocatedBytesForCurrentThread() - before, page.Length);
        }

        await Console.Out.WriteLineAsync(
            $"page: {string.Join(", ", times.Select(t => $"{t:F0}"))} ms, {size / 1e6:F1} MB, allocates {allocated / 1e6:F1} MB");
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
