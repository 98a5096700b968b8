using System.Text.Json;

namespace MultiRunner.Tests.EndToEnd;

/// <summary>Repeats run as any other points, and the manifest says which parameters they are.</summary>
public sealed class RepeatsTests(RepeatsTests.RepeatsRuns runs) : IClassFixture<RepeatsTests.RepeatsRuns>
{
    private const string Grown = "Subjects.Repeated.Grown";
    private const string MarkedLater = "Subjects.Repeated.Marked_later";

    [Fact]
    public async Task A_number_of_repeats_is_an_axis_from_zero_on()
    {
        var run = await runs.On(Host.Executable);

        var sweep = run.Sweeps[Grown];
        Assert.Equal(
            [.. from rate in new[] { 10, 20 } from seed in Enumerable.Range(0, 3) select $$"""{"rate":{{rate}},"seed":{{seed}}}"""],
            sweep.Points);
        Assert.Equal("""{"result":22}""", sweep.Result(5, "metrics"));
        Assert.Equal(TestOutcome.Passed, run.Report[$"{Grown}(rate: 20, seed: 2)"].Outcome);
        Assert.Equal(["rate", "seed*"], Parameters(sweep));
    }

    [Fact]
    public async Task The_report_judges_configurations_by_their_repeats()
    {
        var run = await runs.On(Host.Executable);

        Assert.StartsWith(
            $"{Grown}: 6 of 6 points finished, 0 failed.\nBest: result = 21.00 ± 2.48 (mean of 3, 95 % interval 18.52 to 23.48) at rate = 20: distinguishable from all others.\n",
            run.Sweeps[Grown]["report/report.txt"],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rows", "model", "seed*")]
    [InlineData("Seeds_and_folds", "model", "seed*", "fold*")]
    [InlineData("Nothing_but_repeats", "seed*")]
    [InlineData("Own_values", "swapped*")]
    [InlineData("Marked_later", "a", "seed")]
    [InlineData("Of_every_type", "a*", "b*", "c*", "d*", "e*", "f*", "g*", "h*")]
    public async Task The_manifest_says_which_parameters_are_repeats(string method, params string[] parameters)
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(parameters, Parameters(run.Sweeps[$"Subjects.Repeated.{method}"]));
        Assert.All(run.Report.Of($"Subjects.Repeated.{method}(").Tests, test => Assert.Equal(TestOutcome.Passed, test.Outcome));
    }

    [Fact]
    public async Task Every_combination_of_several_repeats_runs()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(12, run.Sweeps["Subjects.Repeated.Seeds_and_folds"].Points.Count);
        Assert.Equal(["""{"seed":0}""", """{"seed":1}"""], run.Sweeps["Subjects.Repeated.Nothing_but_repeats"].Points);
    }

    [Fact]
    public async Task A_repeat_that_fails_is_one_failed_point()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal("3 passed, 1 failed", run.Report.Of("Subjects.Repeated.Failing(").Summary);
        Assert.Equal(["0_finished", "1_finished", "2_finished", "3_failed"], run.Sweeps["Subjects.Repeated.Failing"].States);
        Assert.Equal("""{"a":2,"seed":1}""", run.Sweeps["Subjects.Repeated.Failing"].Points[3]);
    }

    [Fact]
    public async Task More_repeats_only_add_points()
    {
        using var root = new TempRoot();
        await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Grown}");

        var grown = await SubjectRunner.RunEdited(root, $"FullyQualifiedName={Grown}");

        Assert.Equal("4 passed, 6 skipped", grown.Report.Summary);
        Assert.Equal(Enumerable.Repeat(1, 10), grown.ExecutionsOf("Grown"));
        Assert.Equal(
            ["""{"rate":10,"seed":3}""", """{"rate":10,"seed":4}""", """{"rate":20,"seed":3}""", """{"rate":20,"seed":4}"""],
            grown.Sweeps[Grown].Points.Skip(6));
        Assert.Equal(["rate", "seed*"], Parameters(grown.Sweeps[Grown]));
    }

    [Fact]
    public async Task A_parameter_that_becomes_a_repeat_makes_a_revision_and_runs_nothing_again()
    {
        using var root = new TempRoot();
        var before = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={MarkedLater}");

        var after = await SubjectRunner.RunEdited(root, $"FullyQualifiedName={MarkedLater}");

        Assert.Equal("4 passed", before.Report.Summary);
        Assert.Equal("4 skipped", after.Report.Summary);
        Assert.Equal([1, 1, 1, 1], after.ExecutionsOf("Marked_later"));
        Assert.Equal(["a", "seed*"], Parameters(after.Sweeps[MarkedLater]));
        Assert.Equal(2, after.Sweeps[MarkedLater].Manifest.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task An_override_inherits_repeats_as_it_inherits_axes()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.RepeatedAfterwards.");

        Assert.Equal("7 passed", run.Report.Summary);
        Assert.Equal(["a", "seed*"], Parameters(run.Sweeps["Subjects.RepeatedAfterwards.Inherited"]));
        Assert.Equal(4, run.Sweeps["Subjects.RepeatedAfterwards.Inherited"].Points.Count);
        Assert.Equal(["a", "seed"], Parameters(run.Sweeps["Subjects.RepeatedAfterwards.Replaced"]));
        Assert.Equal(["""{"a":1,"seed":5}"""], run.Sweeps["Subjects.RepeatedAfterwards.Replaced"].Points);
        Assert.Equal(["seed*"], Parameters(run.Sweeps["Subjects.RepeatedAfterwards.Marked"]));
        Assert.Equal(["""{"seed":17}""", """{"seed":23}"""], run.Sweeps["Subjects.RepeatedAfterwards.Marked"].Points);
    }

    /// <summary>The parameters that the newest manifest names; those that are repeats with a star.</summary>
    private static IEnumerable<string> Parameters(SweepSnapshot sweep) =>
        sweep.Manifest.GetProperty("parameters").EnumerateArray().Select(parameter =>
            parameter.GetProperty("name").GetString() + (parameter.TryGetProperty("repeat", out var isRepeat) && isRepeat.ValueKind == JsonValueKind.True ? "*" : ""));

    public sealed class RepeatsRuns() : Runs("FullyQualifiedName~Subjects.Repeated.")
    {
        protected override IReadOnlyList<(string Name, string? Value)> Environment(int number) => [("MULTIRUNNER_MAX_ATTEMPTS", "1")];
    }
}
