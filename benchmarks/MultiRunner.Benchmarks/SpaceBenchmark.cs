namespace MultiRunner.Benchmarks;

/// <summary>
/// What it takes to discover few points of a large space, beside as many points that are the product of their axes. Each sweep has a test
/// executable of its own, since an executable discovers all of its sweeps, whichever is asked for.
/// </summary>
internal static class SpaceBenchmark
{
    private const string Project = "benchmarks/SpacePoints";

    // What the others are compared with.
    private const string Product = "Listed";

    private static readonly string[] Draws = ["Random", "Latin", "Sobol"];

    // A number of points of 0 stands for a selection that has as many as it needs.
    private static readonly (string Space, string What, int Points)[] Sweeps =
    [
        ("One", "product", 1),
        (Product, "product", 200),
        ("Random", "`Random`, 200 of 10^12", 200),
        ("Latin", "`Latin`, 200 of 10^12", 200),
        ("Sobol", "`Sobol`, 200 of 10^12", 200),
        ("Pruned", "`Where`, of 10^9", 1_000),
        ("Pairs", "`Pairwise`, of 5^10", 0),
    ];

    public static async Task Run(int rounds)
    {
        foreach (var (space, _, _) in Sweeps)
            await DotNet.Build(DotNet.Project(Project), $"-p:Space={space}");

        // One round to warm up, and then rounds forwards and backwards in turn.
        var runs = Sweeps.ToDictionary(sweep => sweep.Space, _ => new List<DotNetRun>());
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var sweep in round % 2 == 0 ? Sweeps : Sweeps.Reverse())
            {
                var run = await List(sweep.Space, sweep.Points);
                if (round > 0)
                    runs[sweep.Space].Add(run);
            }
        }

        await Console.Out.WriteLineAsync($"""
            Sweeps that are each alone in a test executable, which lists their tests. Rounds: {rounds}. The draws select points of four axes of 1,000
            values, which have 10^12 combinations. `Where` allows one pair of the first two of three axes of 1,000 values, and is asked about a million
            pairs. `Pairwise` selects points of ten axes of five values. One point shows what the start of the process costs.

            | sweep | points | test executable, s | its processor time, s | time / that of 200 points | processor time / that of 200 points |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
        foreach (var (space, what, _) in Sweeps)
            await Console.Out.WriteLineAsync(Row(what, runs[space], runs[Product]));
        var slowest = Draws.Max(draw => runs[draw].Zip(runs[Product], (a, b) => a.ProcessorSeconds / b.ProcessorSeconds).Median());
        await new Aim("the processor time of the slowest draw over that of 200 points that are the product of their axes is", slowest, 1.1).Print();
    }

    private static string Row(string what, List<DotNetRun> runs, List<DotNetRun> product)
    {
        var pairs = runs.Zip(product).ToList();
        return $"| {what} | {string.Join(", ", runs.Select(run => Points(run).ToString("N0", null)).Distinct())} "
            + $"| {runs.Select(run => run.Seconds).Spread("F2")} | {runs.Select(run => run.ProcessorSeconds).Spread("F2")} "
            + $"| {pairs.Select(pair => pair.First.Seconds / pair.Second.Seconds).Spread("F2")} "
            + $"| {pairs.Select(pair => pair.First.ProcessorSeconds / pair.Second.ProcessorSeconds).Spread("F2")} |";
    }

    private static async Task<DotNetRun> List(string space, int points)
    {
        var directory = Path.GetDirectoryName(DotNet.Project(Project))!;
        var program = Path.Combine(directory, "bin", "Release", space, "SpacePoints.dll");
        var run = await DotNet.Run([program, "-list", "tests", "-preEnumerateTheories", "-noLogo", "-noColor"], root: null);
        var listed = Points(run);
        return listed > 0 && (points == 0 || listed == points)
            ? run
            : throw new InvalidOperationException($"{listed} points of {space} were listed, but there are {points}:\n{run.Output}");
    }

    private static int Points(DotNetRun run) => run.Output.Split('\n').Count(line => line.Contains(".Add(", StringComparison.Ordinal));
}
