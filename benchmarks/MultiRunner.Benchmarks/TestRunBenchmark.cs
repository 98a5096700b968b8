using System.Diagnostics;

namespace MultiRunner.Benchmarks;

/// <summary>Whole <c>dotnet test</c> of 1,000 points that do nothing: as a sweep, each time in a new root, and as a plain theory.</summary>
internal static class TestRunBenchmark
{
    private const int Points = 1_000;
    private const string Variable = "MULTIRUNNER_ROOT";
    private const string BuildProperty = "-p:RunBenchmarkTests=true";

    public static async Task Run(Scratch scratch, int pairs)
    {
        using (scratch)
        {
            var (sweep, theory) = (Project("SweepPoints"), Project("TheoryPoints"));
            await DotNet(["build", sweep, "-c", "Release", BuildProperty], root: null);
            await DotNet(["build", theory, "-c", "Release", BuildProperty], root: null);
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

    private static ValueTask<double> Test(string project, string? root)
    {
        Scratch.Settle();
        return DotNet(["test", project, "-c", "Release", "--no-build", BuildProperty], root);
    }

    private static async ValueTask<double> DotNet(string[] arguments, string? root)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(Variable);
        if (root is not null)
            start.Environment[Variable] = root;
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var ran = arguments[0] != "test" || output.Contains($"Total:  {Points}", StringComparison.Ordinal);
        return process.ExitCode == 0 && ran
            ? seconds
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{await errors}");
    }

    private static string Project(string name)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var project = Path.Combine(directory.FullName, "benchmarks", name, $"{name}.csproj");
            if (File.Exists(project))
                return project;
        }

        throw new InvalidOperationException($"benchmarks/{name} is not above '{AppContext.BaseDirectory}'. Run the benchmarks from the repository.");
    }
}
