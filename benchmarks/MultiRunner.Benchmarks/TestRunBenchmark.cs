namespace MultiRunner.Benchmarks;

/// <summary>
/// Points that do nothing, as a sweep, each time in a new root, and as a plain theory: a whole <c>dotnet test</c>, and the test executable
/// by itself, with few points and with many.
/// </summary>
internal static class TestRunBenchmark
{
    private const string Points = "MANY_POINTS";
    private const string Tiers = "DOTNET_TieredCompilation";
    private const int Few = 2_000;
    private const int Many = 10_000;

    /// <summary>Milliseconds of the processor, outside the kernel, that a point may take more than a row of a theory.</summary>
    private const double Aim = 0.2;

    public static async Task Run(Scratch scratch, int rounds)
    {
        using (scratch)
        {
            await DotNet.Build(DotNet.Project("benchmarks/SweepPoints"));
            await DotNet.Build(DotNet.Project("benchmarks/TheoryPoints"));
            List<TestRun> whole = [], few = [], many = [], fewAtOnce = [], manyAtOnce = [];

            // The first round warms up. Few and many points are run in the same round, so that both see the same machine.
            for (var round = 0; round <= rounds; round++)
            {
                await Console.Error.WriteLineAsync($"tests: round {round} of {rounds}");
                whole.Add(await Pair(scratch, Few, WholeTest, sweepFirst: round % 2 == 0));
                few.Add(await Pair(scratch, Few, Executable, sweepFirst: round % 2 == 0));
                many.Add(await Pair(scratch, Many, Executable, sweepFirst: round % 2 == 0));
                Environment.SetEnvironmentVariable(Tiers, "0");
                fewAtOnce.Add(await Pair(scratch, Few, Executable, sweepFirst: round % 2 == 0));
                manyAtOnce.Add(await Pair(scratch, Many, Executable, sweepFirst: round % 2 == 0));
                Environment.SetEnvironmentVariable(Tiers, null);
            }

            await Print(scratch.FileSystem, whole[1..], few[1..], many[1..], Further(fewAtOnce[1..], manyAtOnce[1..], OutsideKernel));
        }
    }

    private static async Task Print(
        string fileSystem, List<TestRun> whole, List<TestRun> few, List<TestRun> many, List<(double Sweep, double Theory)> atOnce)
    {
        var processor = Further(few, many, run => run.ProcessorSeconds);
        var own = Further(few, many, OutsideKernel);
        var startUp = few.Zip(processor, (run, point) => (
            Sweep: run.Sweep.ProcessorSeconds - (point.Sweep * Few / 1000),
            Theory: run.Theory.ProcessorSeconds - (point.Theory * Few / 1000))).ToList();
        var more = own.Select(point => point.Sweep - point.Theory).Median();
        await Console.Out.WriteLineAsync($"""
            Points that do nothing, as `[SweepTheory]`, each time with a new root on {fileSystem}, and as `[Theory]`, in turn:
            a whole `dotnet test`, and the test executable by itself. The processor time of a whole process is told apart into that of a
            point, which is what {Many:N0} points take more than {Few:N0}, and the rest, which a run without points would take.
            Rounds: {whole.Count}; medians and the smallest and largest values. The aim: a point takes at most {Aim} ms of the processor
            more than a row of the theory. The time in the kernel is left out of that. It is the file system's.

            | | points | as a sweep | as a plain theory | more a point, ms |
            | --- | ---: | ---: | ---: | ---: |
            {Row("`dotnet test`, s", Few, whole, run => run.Seconds)}
            {Row("test executable, s", Few, few, run => run.Seconds)}
            {Row("test executable, s", Many, many, run => run.Seconds)}
            {Row("its processor time, s", Few, few, run => run.ProcessorSeconds)}
            {Row("its processor time, s", Many, many, run => run.ProcessorSeconds)}

            | processor time | as a sweep | as a plain theory | more |
            | --- | ---: | ---: | ---: |
            {Row("start-up, s", startUp, "F2")}
            {Row("a further point, ms", processor, "F3")}
            {Row("a further point outside the kernel, ms", own, "F3")}
            {Row($"the same with `{Tiers}=0`, ms", atOnce, "F3")}

            With `{Tiers}=0` the runtime compiles each method once, when it is first called, and fully. Then a point costs
            what its code takes. Otherwise it also costs code that is not compiled fully yet, and the compilation of what is called often.

            {(more <= Aim
                ? $"The aim is met: {more:F3} ms."
                : $"**The aim is missed**: {more:F3} ms of the processor outside the kernel, and the aim is {Aim} ms.")}
            """);
    }

    private static double OutsideKernel(DotNetRun run) => run.ProcessorSeconds - run.KernelSeconds;

    private static List<(double Sweep, double Theory)> Further(List<TestRun> few, List<TestRun> many, Func<DotNetRun, double> value) =>
        [.. many.Zip(few, (large, small) => large.FurtherPoint(small, Many - Few, value))];

    private static string Row(string what, int points, List<TestRun> runs, Func<DotNetRun, double> value) =>
        $"| {what} | {points:N0} | {runs.Select(r => value(r.Sweep)).Spread("F2")} | {runs.Select(r => value(r.Theory)).Spread("F2")} "
        + $"| {runs.Select(r => (value(r.Sweep) - value(r.Theory)) / points * 1000).Spread("F2")} |";

    private static string Row(string what, List<(double Sweep, double Theory)> values, string format) =>
        $"| {what} | {values.Select(v => v.Sweep).Spread(format)} | {values.Select(v => v.Theory).Spread(format)} "
        + $"| {values.Select(v => v.Sweep - v.Theory).Spread(format)} |";

    private static async ValueTask<TestRun> Pair(Scratch scratch, int points, Func<string, string[]> command, bool sweepFirst)
    {
        Environment.SetEnvironmentVariable(Points, points.ToString(null, null));
        if (sweepFirst)
        {
            var first = await Sweep(scratch, points, command);
            return new TestRun(first, await Theory(points, command));
        }

        var theory = await Theory(points, command);
        return new TestRun(await Sweep(scratch, points, command), theory);
    }

    private static string[] WholeTest(string project) => ["test", project, .. DotNet.BuiltTests, "--filter", "FullyQualifiedName~.Many."];

    private static string[] Executable(string project)
    {
        var name = Path.ChangeExtension(Path.GetFileName(project), ".dll");
        var program = Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", name);
        return [program, "-class", "*.Many", "-noLogo", "-noColor"];
    }

    private static async ValueTask<DotNetRun> Sweep(Scratch scratch, int points, Func<string, string[]> command)
    {
        var root = scratch.New();
        var run = await Test(points, command(DotNet.Project("benchmarks/SweepPoints")), root);
        var finished = Directory.GetFiles(root, "*_finished", SearchOption.AllDirectories).Length;
        Directory.Delete(root, recursive: true);
        return finished == points ? run : throw new InvalidOperationException($"{finished} points were finished, but there are {points}.");
    }

    private static ValueTask<DotNetRun> Theory(int points, Func<string, string[]> command) =>
        Test(points, command(DotNet.Project("benchmarks/TheoryPoints")), root: null);

    private static async ValueTask<DotNetRun> Test(int points, string[] command, string? root)
    {
        Scratch.Settle();
        var run = await DotNet.Run(command, root);
        var hasAll = run.Output.Contains($"Total:  {points}", StringComparison.Ordinal)
            || run.Output.Contains($"Total: {points},", StringComparison.Ordinal);
        return hasAll
            ? run
            : throw new InvalidOperationException($"{points} tests were not run, but:\n{run.Output}");
    }
}
