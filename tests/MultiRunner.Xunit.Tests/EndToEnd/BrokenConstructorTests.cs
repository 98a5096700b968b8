namespace MultiRunner.Tests.EndToEnd;

/// <summary>Test classes that cannot be made: that belongs to the worker and not to its points.</summary>
public sealed class BrokenConstructorTests
{
    private const string Sweep = "Subjects.BrokenConstructor.Run";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_constructor_that_throws_is_called_once_and_stops_its_worker(Host host)
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(host, root, $"FullyQualifiedName={Sweep}");

        const string Why = "every point needs an instance of the test class, and none could be made here. No attempt is counted, and other workers can run the points. "
            + "Fix the cause on this machine, and start the tests again. The error was System.InvalidOperationException: The data set is not there.";
        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("3 failed", run.Report.Summary);
        Assert.Single(run.Report.Tests, t => t.Message == $"System.InvalidOperationException : The data set is not there.\nThe point was put back, and other workers can run it. This worker stopped: {Why}");
        Assert.Equal(2, run.Report.Tests.Count(t => t.Message == $"NotRun : not run: this worker stopped before it reached this point: {Why}"));
        Assert.Equal([1], run.ExecutionsOf("BrokenConstructor"));
        Assert.Equal(["0_to_run", "1_to_run", "2_to_run"], run.Sweeps[Sweep].States);
        Assert.Empty(run.Sweeps[Sweep].Attempts);
    }

    [Fact]
    public async Task A_worker_whose_test_class_can_be_made_completes_the_sweep()
    {
        using var root = new TempRoot();
        for (var broken = 0; broken < 3; broken++)
            Assert.Equal("3 failed", (await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}")).Report.Summary);

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}", environment: ("SUBJECTS_WITH_DATA", "1"));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("3 passed", run.Report.Summary);
        Assert.Equal("1", run.Sweeps[Sweep].Result(0, "attempt"));
    }

    [Fact]
    public async Task An_initialisation_that_throws_after_a_point_was_finished_is_an_error_and_no_attempt()
    {
        using var root = new TempRoot();
        const string Unsteady = "Subjects.UnsteadyInitialisation.Run";

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Unsteady}");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("3 passed", run.Report.Summary);
        Assert.Empty(run.Sweeps[Unsteady].Attempts);
        Assert.All(Enumerable.Range(0, 3), point => Assert.Equal("1", run.Sweeps[Unsteady].Result(point, "attempt")));
        Assert.Single(run.Report.Tests, t => t.Warnings.Any(warning => warning.EndsWith(": System.InvalidOperationException: Connection 2 was lost.", StringComparison.Ordinal)));
    }
}
