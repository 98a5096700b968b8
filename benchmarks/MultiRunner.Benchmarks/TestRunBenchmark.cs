namespace MultiRunner.Benchmarks;

/// <summary>
/// 2,000 points that do nothing, as a sweep, each time in a new root, and as a plain theory: a whole <c>dotnet test</c>, and the test
/// executable by itself.
/// </summary>
internal static class TestRunBenchmark
{
    private const int Points = 2_000;

    public static async Task Run(Scratch scratch, int pairs)
    {
        using (scratch)
        {
            await DotNet.Build(DotNet.Project("benchmarks/SweepPoints"));
            await DotNet.Build(DotNet.Project("benchmarks/TheoryPoints"));
            var whole = await Pairs(scratch, pairs, WholeTest);
            var alone = await Pairs(scratch, pairs, Executable);
            await Console.Out.WriteLineAsync($"""
                {Points:N0} points, {pairs} pairs, roots in {scratch.Root}

                | | as a sweep | as a plain theory | sweep / theory | more a point, ms |
                | --- | ---: | ---: | ---: | ---: |
                {Row("`dotnet test`, s", whole, run => run.Seconds)}
                {Row("test executable, s", alone, run => run.Seconds)}
                {Row("its processor time, s", alone, run => run.ProcessorSeconds)}
                """);
        }
    }

    private static string Row(string what, List<(DotNetRun Sweep, DotNetRun Theory)> pairs, Func<DotNetRun, double> value)
    {
        var values = pairs.Select(pair => (Sweep: value(pair.Sweep), Theory: value(pair.Theory))).ToList();
        return $"| {what} | {values.Select(v => v.Sweep).Spread("F2")} | {values.Select(v => v.Theory).Spread("F2")} "
            + $"| {values.Select(v => v.Sweep / v.Theory).Spread("F2")} | {values.Select(v => (v.Sweep - v.Theory) / Points * 1000).Spread("F2")} |";
    }

    /// <summary>One run of each to warm up, and then pairs in turn: A B, B A, A B, ...</summary>
    private static async ValueTask<List<(DotNetRun Sweep, DotNetRun Theory)>> Pairs(Scratch scratch, int pairs, Func<string, string[]> command)
    {
        await Sweep(scratch, command);
        await Theory(command);
        var runs = new List<(DotNetRun Sweep, DotNetRun Theory)>();
        for (var i = 0; i < pairs; i++)
        {
            if (i % 2 == 0)
            {
                var first = await Sweep(scratch, command);
                runs.Add((first, await Theory(command)));
            }
            else
            {
                var first = await Theory(command);
                runs.Add((await Sweep(scratch, command), first));
            }
        }

        return runs;
    }

    private static string[] WholeTest(string project) => ["test", project, .. DotNet.BuiltTests, "--filter", "FullyQualifiedName~.Points."];

    private static string[] Executable(string project) =>
        [Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", $"{Path.GetFileNameWithoutExtension(project)}.dll"), "-class", "*.Points", "-noLogo", "-noColor"];

    private static async ValueTask<DotNetRun> Sweep(Scratch scratch, Func<string, string[]> command)
    {
        var root = scratch.New();
        var run = await Test(command(DotNet.Project("benchmarks/SweepPoints")), root);
        var finished = Directory.GetFiles(root, "*_finished", SearchOption.AllDirectories).Length;
        Directory.Delete(root, recursive: true);
        return finished == Points ? run : throw new InvalidOperationException($"{finished} points were finished, but there are {Points}.");
    }

    private static ValueTask<DotNetRun> Theory(Func<string, string[]> command) => Test(command(DotNet.Project("benchmarks/TheoryPoints")), root: null);

    private static async ValueTask<DotNetRun> Test(string[] command, string? root)
    {
        Scratch.Settle();
        var run = await DotNet.Run(command, root);
        return run.Output.Contains($"Total:  {Points}", StringComparison.Ordinal) || run.Output.Contains($"Total: {Points},", StringComparison.Ordinal)
            ? run
            : throw new InvalidOperationException($"{Points} tests were not run, but:\n{run.Output}");
    }
}
