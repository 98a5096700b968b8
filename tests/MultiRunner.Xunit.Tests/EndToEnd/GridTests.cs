namespace MultiRunner.Tests.EndToEnd;

/// <summary>The grid of the README, from the first run to the last.</summary>
public sealed class GridTests
{
    private const string Sweep = "Subjects.Training.Train";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Each_point_is_run_once_and_reported_by_every_later_run(Host host)
    {
        using var root = new TempRoot();

        var part = await SubjectRunner.Run(host, root, $"FullyQualifiedName~{Sweep}&DisplayName~batchSize: 64");

        Assert.Equal("6 passed", part.Report.Summary);
        Assert.Equal(0, part.ExitCode);
        Assert.Equal(18, part.Sweeps[Sweep].Points.Count);
        Assert.Equal([.. Enumerable.Range(0, 18).Select(n => n is >= 6 and < 12 ? $"{n}_finished" : $"{n}_to_run")], part.Sweeps[Sweep].States);

        var whole = await SubjectRunner.Run(host, root, $"FullyQualifiedName~{Sweep}");

        Assert.Equal("12 passed, 6 skipped", whole.Report.Summary);
        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(
            [.. from batchSize in new[] { "16", "256", "64" } from layers in new[] { "1", "2" } from rate in new[] { "0.001", "0.01", "0.1" } select $"{Sweep}(batchSize: {batchSize}, hiddenLayers: {layers}, learningRate: {rate})"],
            whole.Report.Tests.Select(t => t.Name));
        Assert.Equal("accuracy = 0.999\nloss = 0.016", whole.Report[$"{Sweep}(batchSize: 16, hiddenLayers: 1, learningRate: 0.001)"].Output.Trim());
        Assert.Equal([.. Enumerable.Range(0, 18).Select(n => $"{n}_finished")], whole.Sweeps[Sweep].States);
        Assert.Equal(18, whole.Sweeps[Sweep].Results.Count);
        Assert.Equal("""{"batchSize":16,"hiddenLayers":1,"learningRate":0.001}""", whole.Sweeps[Sweep].Result(0, "arguments"));
        Assert.Equal("""{"accuracy":0.999,"loss":0.016}""", whole.Sweeps[Sweep].Result(0, "metrics"));

        var again = await SubjectRunner.Run(host, root, $"FullyQualifiedName~{Sweep}");

        Assert.Equal("18 skipped", again.Report.Summary);
        Assert.Equal(0, again.ExitCode);
        Assert.Matches(@"^finished on \S+ in [0-9.]+ s: accuracy=0\.999, loss=0\.016$", again.Report[$"{Sweep}(batchSize: 16, hiddenLayers: 1, learningRate: 0.001)"].Message);
        Assert.Equal(Enumerable.Repeat(1, 18), again.ExecutionsOf("Train"));
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Processes_share_the_points_out(Host host)
    {
        using var root = new TempRoot();

        // Speculation would run a point twice where that may save time.
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SubjectRunner.Run(host, root, $"FullyQualifiedName~{Sweep}", environment: [("SUBJECTS_WORKERS", "3"), ("MULTIRUNNER_SPECULATION", "Never")])));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.All(runs, run => Assert.Equal(18, run.Report.Tests.Count));
        Assert.All(runs, run => Assert.InRange(run.Report.With(TestOutcome.Passed).Count, 1, 16));
        Assert.Equal("18 passed, 36 skipped", new Report(runs.SelectMany(run => run.Report.Tests)).Summary);
        Assert.Equal(18, runs[0].Sweeps[Sweep].Results.Count);
        Assert.Equal(Enumerable.Repeat(1, 18), runs[0].ExecutionsOf("Train"));
        Assert.Empty(runs[0].Sweeps[Sweep].Attempts);
    }
}
