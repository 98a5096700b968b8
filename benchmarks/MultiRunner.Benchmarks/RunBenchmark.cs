using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Benchmarks;

/// <summary><c>multirunner run --workers 2</c> on 20 points of one second.</summary>
internal static class RunBenchmark
{
    private const int Workers = 2;
    private const int Points = 20;

    public static async Task Run(Scratch scratch, int rounds)
    {
        using (scratch)
        {
            var (tool, sweep) = (DotNet.Project("src/MultiRunner.Cli"), DotNet.Project("benchmarks/SweepPoints"));
            await DotNet.Build(tool);
            await DotNet.Build(sweep);
            var program = Path.Combine(Path.GetDirectoryName(tool)!, "bin", "Release", "net10.0", "MultiRunner.Cli.dll");
            var runs = new List<(double Wall, double Points, double Ideal)>();
            for (var i = 0; i < rounds; i++)
            {
                var root = scratch.New();
                Scratch.Settle();
                var wall = (await DotNet.Run([program, "run", "--workers", $"{Workers}", sweep, .. DotNet.BuiltTests, "--filter", "FullyQualifiedName~.Seconds."], root)).Seconds;
                var results = Read(Path.Combine(root, "SweepPoints.Seconds.Sleep"));
                var begin = results.Min(r => r.Started);
                runs.Add((wall, (results.Max(EndOf) - begin).TotalSeconds, (Ideal(results) - begin).TotalSeconds));
            }

            await Console.Out.WriteLineAsync($"""
                `multirunner run --workers {Workers}` on {Points} points of 1 s, on {scratch.FileSystem}. Rounds: {rounds}. The overhead is what it takes from
                the first point's begin to the last point's end, beside two workers that begin when these did and go from one point to the next without any
                time in between.

                | | |
                | --- | ---: |
                | from the first point's begin to the last point's end, s | {runs.Select(r => r.Points).Spread("F2")} |
                | the same with no time between points, s | {runs.Select(r => r.Ideal).Spread("F2")} |
                | overhead, % | {runs.Select(r => ((r.Points / r.Ideal) - 1) * 100).Spread("F1")} |
                | start-up and end of the whole command, s | {runs.Select(r => r.Wall - r.Points).Spread("F2")} |
                """);
            await new Aim("the overhead is", runs.Select(r => ((r.Points / r.Ideal) - 1) * 100).Median(), 10, " %").Print();
        }
    }

    private static List<PointResult> Read(string sweep)
    {
        Scratch.Check(sweep, Points);
        return [.. Directory.GetFiles(Path.Combine(sweep, SweepLayout.Results)).Select(file => PointResult.TryParse(File.ReadAllBytes(file))!)];
    }

    private static DateTimeOffset EndOf(PointResult result) => result.Started.AddSeconds(result.Seconds);

    /// <summary>When the last point ends if each worker begins when it did and then goes from one point of exactly a second to the next.</summary>
    private static DateTimeOffset Ideal(List<PointResult> results)
    {
        var free = results.GroupBy(r => r.Worker).Select(own => own.Min(r => r.Started)).ToList();
        for (var point = 0; point < Points; point++)
        {
            var next = free.IndexOf(free.Min());
            free[next] = free[next].AddSeconds(1);
        }

        return free.Max();
    }
}
