namespace MultiRunner.Tests.EndToEnd;

public sealed class StopOnFailTests
{
    [Fact]
    public async Task The_first_failure_ends_the_run_and_leaves_the_other_points_to_run()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.StopOnFail.", ["-stopOnFail"]);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("1 failed", run.Report.Summary);
        Assert.Single(run.Executions);
        var sweep = run.Sweeps["Subjects.StopOnFail.Run"];
        Assert.Single(sweep.States, state => state.EndsWith("_failed", StringComparison.Ordinal));
        Assert.Equal(5, sweep.States.Count(state => state.EndsWith("_to_run", StringComparison.Ordinal)));
    }
}
