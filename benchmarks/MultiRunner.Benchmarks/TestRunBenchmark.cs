namespace MultiRunner.Benchmarks;

/// <summary>Whole <c>dotnet test</c> of 1,000 points that do nothing: as a sweep, each time in a new root, and as a plain theory.</summary>
internal static class TestRunBenchmark
{
    private const int Points = 1_000;

    public static async Task Run(Scratch scratch, int pairs)
    {
        using (scratch)
        {
            var (sweep, theory) = (DotNet.Project("benchmarks/SweepPoints"), DotNet.Project("benchmarks/TheoryPoints"));
            await DotNet.Build(sweep);
            await DotNet.Build(theory);
            await Sweep(scratch, sweep);
            await Test(theory, root: null);

            var times = new List<(double Sweep, double Theory)>();
            for (var i = 0; i < pairs; i++)
            {
                if (i % 2 == 0)
                {
                    var first = await Sweep(scratch, sweep);
                    times.Add((first, await Test(theory, root: null)));
                }
                else
                {
                    var first = await Test(theory, root: null);
                    times.Add((await Sweep(scratch, sweep), first));
                }
            }

            await Console.Out.WriteLineAsync($"""
                dotnet test of {Points:N0} points, {pairs} pairs, roots in {scratch.Root}

                | | seconds |
                | --- | ---: |
                | as a sweep | {times.Select(t => t.Sweep).Spread("F2")} |
                | as a plain theory | {times.Select(t => t.Theory).Spread("F2")} |
                | sweep / theory | {times.Select(t => t.Sweep / t.Theory).Spread("F2")} |
                | more a point, ms | {times.Select(t => (t.Sweep - t.Theory) / Points * 1000).Spread("F2")} |
                """);
        }
    }

    private static async ValueTask<double> Sweep(Scratch scratch, string project)
    {
        var root = scratch.New();
        var seconds = await Test(project, root);
        var finished = Directory.GetFiles(root, "*_finished", SearchOption.AllDirectories).Length;
        Directory.Delete(root, recursive: true);
        return finished == Points ? seconds : throw new InvalidOperationException($"{finished} points were finished, but there are {Points}.");
    }

    private static async ValueTask<double> Test(string project, string? root)
    {
        Scratch.Settle();
        var (seconds, output) = await DotNet.Run(["test", project, .. DotNet.BuiltTests, "--filter", "FullyQualifiedName~.Points."], root);
        return output.Contains($"Total:  {Points}", StringComparison.Ordinal)
            ? seconds
            : throw new InvalidOperationException($"{Points} tests were not run, but:\n{output}");
    }
}
