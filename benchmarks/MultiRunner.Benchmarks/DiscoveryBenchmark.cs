namespace MultiRunner.Benchmarks;

/// <summary>
/// What it takes to discover many points of a sweep, and as many rows of a plain theory: the test executable, which lists their names,
/// and <c>dotnet test</c>, which also serialises each test case.
/// </summary>
internal static class DiscoveryBenchmark
{
    private const string Points = "MANY_POINTS";
    private const int Few = 100;

    public static async Task Run(int points, int pairs)
    {
        await DotNet.Build(DotNet.Project("benchmarks/SweepPoints"));
        await DotNet.Build(DotNet.Project("benchmarks/TheoryPoints"));
        await Console.Out.WriteLineAsync($"""
            {points:N0} points of three axes, and as many rows of a plain theory, in turn (pairs: {pairs}): the test executable, which lists their names,
            and `dotnet test --list-tests`, which also serialises each test case. {Few} of them show what the start of the process costs.

            | | points | as a sweep | as a plain theory | sweep / theory |
            | --- | ---: | ---: | ---: | ---: |
            """);
        foreach (var count in new[] { Few, points })
        {
            Environment.SetEnvironmentVariable(Points, count.ToString(null, null));
            var alone = await Pairs(count, pairs, Executable);
            await Row("test executable, s", count, alone, run => run.Seconds);
            await Row("its processor time, s", count, alone, run => run.ProcessorSeconds);
            var whole = await Pairs(count, pairs, WholeTest);
            await Row("`dotnet test --list-tests`, s", count, whole, run => run.Seconds);
            if (count != points)
                continue;
            await AimAt("the test executable", alone);
            await AimAt("`dotnet test`", whole);
        }
    }

    private static Task AimAt(string what, List<(DotNetRun Sweep, DotNetRun Theory)> pairs) =>
        new Aim($"discovery by {what} over that of a plain theory is", pairs.Select(p => p.Sweep.Seconds / p.Theory.Seconds).Median(), 1.5).Print();

    private static async Task Row(string what, int count, List<(DotNetRun Sweep, DotNetRun Theory)> pairs, Func<DotNetRun, double> value)
    {
        var values = pairs.Select(pair => (Sweep: value(pair.Sweep), Theory: value(pair.Theory))).ToList();
        await Console.Out.WriteLineAsync(
            $"| {what} | {count:N0} | {values.Select(v => v.Sweep).Spread("F2")} | {values.Select(v => v.Theory).Spread("F2")} "
            + $"| {values.Select(v => v.Sweep / v.Theory).Spread("F2")} |");
    }

    /// <summary>One run of each to warm up, and then pairs in turn: A B, B A, A B, ...</summary>
    private static async Task<List<(DotNetRun Sweep, DotNetRun Theory)>> Pairs(int count, int pairs, Func<string, string[]> command)
    {
        string[] sweep = command("SweepPoints"), theory = command("TheoryPoints");
        await List(sweep, count);
        await List(theory, count);
        var runs = new List<(DotNetRun Sweep, DotNetRun Theory)>();
        for (var i = 0; i < pairs; i++)
        {
            var first = await List(i % 2 == 0 ? sweep : theory, count);
            var second = await List(i % 2 == 0 ? theory : sweep, count);
            runs.Add(i % 2 == 0 ? (first, second) : (second, first));
        }

        return runs;
    }

    private static string[] Executable(string project)
    {
        var directory = Path.GetDirectoryName(DotNet.Project($"benchmarks/{project}"))!;
        var program = Path.Combine(directory, "bin", "Release", "net10.0", $"{project}.dll");
        return [program, "-class", "*.Many", "-list", "tests", "-preEnumerateTheories", "-noLogo", "-noColor"];
    }

    private static string[] WholeTest(string project) =>
        ["test", DotNet.Project($"benchmarks/{project}"), .. DotNet.BuiltTests, "--list-tests", "--filter", "FullyQualifiedName~.Many."];

    private static async Task<DotNetRun> List(string[] command, int count)
    {
        var run = await DotNet.Run(command, root: null);
        var listed = run.Output.Split('\n').Count(line => line.Contains("Many.Add(", StringComparison.Ordinal));
        return listed == count
            ? run
            : throw new InvalidOperationException($"{listed} tests were listed, but there are {count}.");
    }
}
