namespace MultiRunner.Tests.EndToEnd;

/// <summary>Points that skip themselves on one node, and are run by another.</summary>
public sealed class SkipsTests(SkipsTests.SkipsRuns runs) : IClassFixture<SkipsTests.SkipsRuns>
{
    public static MatrixTheoryData<Host, string> Ways => new(Enum.GetValues<Host>(), ["By_xunit", "By_SkippableFact", "By_SkippableFact_later", "By_exception"]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_skipped_point_goes_back_without_an_attempt(Host host, string method)
    {
        var run = await runs.On(host);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(TestOutcome.Skipped, run.Report[$"Subjects.Skips.{method}(n: 2)"].Outcome);
        Assert.Equal("there is no GPU here", run.Report[$"Subjects.Skips.{method}(n: 2)"].Message);
        Assert.Equal(TestOutcome.Passed, run.Report[$"Subjects.Skips.{method}(n: 1)"].Outcome);
        Assert.Equal(["0_finished", "1_to_run"], run.Sweeps[$"Subjects.Skips.{method}"].States);
        Assert.Equal("there is no GPU here", Assert.Single(run.Sweeps[$"Subjects.Skips.{method}"].Attempts).GetProperty("reason").GetString());
        Assert.Equal([1, 1], run.ExecutionsOf(method));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Another_process_runs_it(Host host, string method)
    {
        var run = await runs.On(host, 2);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(TestOutcome.Passed, run.Report[$"Subjects.Skips.{method}(n: 2)"].Outcome);
        Assert.StartsWith("finished on ", run.Report[$"Subjects.Skips.{method}(n: 1)"].Message, StringComparison.Ordinal);
        Assert.Equal(["0_finished", "1_finished"], run.Sweeps[$"Subjects.Skips.{method}"].States);
        Assert.Equal([1, 2], run.ExecutionsOf(method));
    }

    /// <summary>The first run skips, the second does not.</summary>
    public sealed class SkipsRuns() : Runs("FullyQualifiedName~Subjects.Skips.")
    {
        protected override IReadOnlyList<(string Name, string? Value)> Environment(int number) => number == 1 ? [("SUBJECTS_SKIP", "1")] : [];
    }
}
