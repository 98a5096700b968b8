using System.Globalization;
using System.Text.RegularExpressions;
using MultiRunner.Format;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Many points that do nothing, beside as many rows of a plain theory, under every test host: discovery, the first run, and the run of the
/// finished sweep beside rows that are all skipped. Time and memory of each, and those of the report.
/// </summary>
internal static partial class TestsAtScaleBenchmark
{
    private const string Points = "MANY_POINTS";
    private const string SummaryAbove = "MULTIRUNNER_SUMMARY_ABOVE";
    private const string Sweep = "SweepPoints";
    private const string Theory = "TheoryPoints";

    public static async Task Run(Scratch scratch, int points, int rounds)
    {
        using (scratch)
        {
            string[] projects = [.. TestHost.All.SelectMany(host => new[] { Sweep + host.Suffix, Theory + host.Suffix }).Distinct()];
            foreach (var project in projects)
                await DotNet.Build(DotNet.Project($"benchmarks/{project}"));
            Environment.SetEnvironmentVariable(Points, points.ToString(CultureInfo.InvariantCulture));
            var laps = new List<ScaleLap>();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var host in TestHost.All)
                    laps.AddRange(await Lap(scratch, host, points, isSweepFirst: round % 2 == 0));
            }

            await Print(laps, points, rounds);
        }
    }

    private static async Task<IEnumerable<ScaleLap>> Lap(Scratch scratch, TestHost host, int points, bool isSweepFirst)
    {
        await Console.Error.WriteLineAsync($"{host.Name} ...");
        var first = isSweepFirst ? await OfSweep(scratch, host, points) : await OfTheory(host, points);
        var second = isSweepFirst ? await OfTheory(host, points) : await OfSweep(scratch, host, points);
        var (sweep, theory) = isSweepFirst ? (first, second) : (second, first);
        return sweep.Zip(theory, (s, t) => new ScaleLap(host.Name, s.What, s.Run, t.Run));
    }

    private static async Task<List<(string What, MeasuredRun? Run)>> OfSweep(Scratch scratch, TestHost host, int points)
    {
        var root = scratch.New();
        var listed = await Listed(host, Sweep, "SweepPoints.Many", points, root);
        var first = await Test(host, Sweep, "SweepPoints.Many", points, skipped: 0, root);
        var sweep = Path.Combine(root, "SweepPoints.Many.Add");
        Scratch.Check(sweep, points);
        var report = await Report(host, sweep);
        var each = await With(int.MaxValue, () => Test(host, Sweep, "SweepPoints.Many", points, skipped: points, root));
        var one = await With(points - 1, () => Test(host, Sweep, "SweepPoints.Many", total: 1, skipped: 1, root));
        Scratch.Check(sweep, points);
        Directory.Delete(root, recursive: true);
        return
        [
            (ScaleLap.Discovery, listed),
            (ScaleLap.FirstRun, first),
            (ScaleLap.EachFinished, each),
            (ScaleLap.AllFinished, one),
            .. report is null ? [] : new[] { (ScaleLap.Report, (MeasuredRun?)report) },
        ];
    }

    /// <summary>It is the same whatever test host has run the points, so it is measured beside one of them.</summary>
    private static async Task<MeasuredRun?> Report(TestHost host, string sweep) => host != TestHost.All[^1]
        ? null
        : await Measure([typeof(TestsAtScaleBenchmark).Assembly.Location, "once", "report", sweep, "anew"], root: null, sweep);

    private static async Task<List<(string What, MeasuredRun? Run)>> OfTheory(TestHost host, int points)
    {
        var listed = await Listed(host, Theory, "TheoryPoints.Many", points, root: null);
        var run = await Test(host, Theory, "TheoryPoints.Many", points, skipped: 0, root: null);
        var skipped = await Test(host, Theory, "TheoryPoints.Done", points, skipped: points, root: null);
        return
        [
            (ScaleLap.Discovery, listed),
            (ScaleLap.FirstRun, run),
            (ScaleLap.EachFinished, skipped),
            (ScaleLap.AllFinished, skipped),
            .. host != TestHost.All[^1] ? [] : new[] { (ScaleLap.Report, (MeasuredRun?)null) },
        ];
    }

    private static async Task<MeasuredRun> With(int limit, Func<Task<MeasuredRun>> run)
    {
        Environment.SetEnvironmentVariable(SummaryAbove, limit.ToString(CultureInfo.InvariantCulture));
        try
        {
            return await run();
        }
        finally
        {
            Environment.SetEnvironmentVariable(SummaryAbove, null);
        }
    }

    private static async Task<MeasuredRun> Listed(TestHost host, string project, string tests, int count, string? root)
    {
        var directory = host.DirectoryOf(project);
        var run = await Measure(host.List(directory, tests), root, directory);
        var listed = run.Output.Split('\n').Count(line => line.Contains("Many.Add(", StringComparison.Ordinal));
        return listed == count ? run : throw new InvalidOperationException($"{listed} tests were listed, but there are {count}:\n{run.Output}");
    }

    private static async Task<MeasuredRun> Test(TestHost host, string project, string tests, int total, int skipped, string? root)
    {
        var directory = host.DirectoryOf(project);
        var run = await Measure(host.Run(directory, tests), root, directory);
        return Number(TotalLine(), run.Output) == total && Number(SkippedLine(), run.Output) == skipped
            ? run
            : throw new InvalidOperationException($"{total} tests were to be run and {skipped} to be skipped, but:\n{run.Output}");
    }

    private static async Task<MeasuredRun> Measure(string[] command, string? root, string directory)
    {
        Scratch.Settle();
        var run = await MeasuredRun.Of(command, root, directory);
        await Console.Error.WriteLineAsync($"  {run.Seconds:F1} s, {run.PeakMegabytes:F0} MB");
        return run;
    }

    private static int? Number(Regex line, string output) =>
        line.Matches(output) is [.., var last] ? int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static async Task Print(List<ScaleLap> laps, int points, int rounds)
    {
        var finished = laps.Where(lap => lap.What == ScaleLap.AllFinished).ToList();
        var time = finished.GroupBy(lap => lap.Host).Max(host => host.Select(lap => lap.TimeRatio).Median());
        var memory = finished.GroupBy(lap => lap.Host).Max(host => host.Select(lap => lap.MemoryRatio).Median());
        var isMet = time <= 1 && memory <= 1;
        await Console.Out.WriteLineAsync($"""
            {points:N0} points of three axes that do nothing, beside the same rows of a plain theory, in turn (rounds: {rounds}). A finished sweep is
            beside a theory of as many rows that are all skipped: once with a case for each point, and once with one case for all of them, as
            a sweep has it by default above {new MultiRunner.Membership.SweepOptions().SummaryAbove:N0} finished points. The memory is that of the
            largest process. The aim is that a run of a finished sweep takes no more time and no more memory than plain xunit that skips
            as many rows (at most 1 time as much).

            | | | as a sweep, s | as a plain theory, s | sweep / theory | memory of the sweep, MB | of the theory, MB | sweep / theory |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var row in laps.GroupBy(lap => (lap.Host, lap.What)).OrderBy(row => laps.FindIndex(lap => lap.Host == row.Key.Host)))
            await Console.Out.WriteLineAsync(Row(row.Key.Host, row.Key.What, [.. row]));
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync(isMet
            ? $"The aim is met: at most {time:F2} times the time and {memory:F2} times the memory."
            : $"**The aim is missed**: {time:F2} times the time and {memory:F2} times the memory where they are largest, aim 1.");
    }

    private static string Row(string host, string what, List<ScaleLap> laps)
    {
        var sweep = laps.Select(lap => lap.Sweep).OfType<MeasuredRun>().ToList();
        var theory = laps.Select(lap => lap.Theory).OfType<MeasuredRun>().ToList();
        return theory.Count == 0
            ? $"| {host} | {what} | {sweep.Select(run => run.Seconds).Spread("F1")} | | | {sweep.Select(run => run.PeakMegabytes).Spread("F0")} | | |"
            : $"| {host} | {what} | {sweep.Select(run => run.Seconds).Spread("F1")} | {theory.Select(run => run.Seconds).Spread("F1")} "
                + $"| {laps.Select(lap => lap.TimeRatio).Spread("F2")} | {sweep.Select(run => run.PeakMegabytes).Spread("F0")} "
                + $"| {theory.Select(run => run.PeakMegabytes).Spread("F0")} | {laps.Select(lap => lap.MemoryRatio).Spread("F2")} |";
    }

    // "Total: 100, ..." of VSTest and of the executable, "total: 100" of Microsoft.Testing.Platform; so, too, for skipped ones.
    [GeneratedRegex(@"\btotal:\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex TotalLine();

    [GeneratedRegex(@"\bskipped:\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex SkippedLine();
}
