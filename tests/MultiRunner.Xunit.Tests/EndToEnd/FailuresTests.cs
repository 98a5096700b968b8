namespace MultiRunner.Tests.EndToEnd;

/// <summary>Points that throw: attempts, errors, and what every report says of them.</summary>
public sealed class FailuresTests(FailuresTests.FailuresRuns runs) : IClassFixture<FailuresTests.FailuresRuns>
{
    private const string FiveErrors = "it had 5 errors, and MaxErrors is 5. Start the tests again to go on with the points that are left, or allow more errors: "
        + "with MaxErrors of [SweepTheory], with the environment variable MULTIRUNNER_MAX_ERRORS, or with the MSBuild property MultiRunnerMaxErrors. The last error was System.InvalidOperationException: ";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_point_that_throws_once_passes_in_the_end(Host host)
    {
        var run = await runs.On(host);

        Assert.Equal("3 passed", run.Report.Of("Subjects.Failures.Once").Summary);
        var sweep = run.Sweeps["Subjects.Failures.Once"];
        Assert.Equal(["0_finished", "1_finished", "2_finished"], sweep.States);
        Assert.Equal([1, 2, 1], run.ExecutionsOf("Once"));
        Assert.Equal("2", sweep.Result(1, "attempt"));
        var attempt = Assert.Single(sweep.Attempts);
        Assert.Equal(1, attempt.GetProperty("point").GetInt32());
        Assert.Equal("error", attempt.GetProperty("kind").GetString());
        Assert.Equal("System.InvalidOperationException", attempt.GetProperty("error").GetProperty("type").GetString());
        Assert.Equal("Out of luck.", attempt.GetProperty("error").GetProperty("message").GetString());
        Assert.Contains("Subjects.Failures.Once(Int32 n)", attempt.GetProperty("error").GetProperty("stack").GetString(), StringComparison.Ordinal);
        if (host != Host.VSTest)
            Assert.Matches("^An earlier attempt at this point failed on [^ ]+: System.InvalidOperationException: Out of luck.$", run.Report["Subjects.Failures.Once(n: 2)"].Warnings[0]);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_point_that_always_throws_fails_after_three_attempts(Host host)
    {
        var run = await runs.On(host);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal("2 passed, 1 failed", run.Report.Of("Subjects.Failures.Always").Summary);
        var sweep = run.Sweeps["Subjects.Failures.Always"];
        Assert.Equal(["0_finished", "1_failed", "2_finished"], sweep.States);
        Assert.Equal(3, sweep.Attempts.Count);
        Assert.Equal([1, 3, 1], run.ExecutionsOf("Always"));
        Assert.Matches(
            @"^System.InvalidOperationException : Two is one too many\.\nfailed for good after 3 attempts, the last on \S+\. To try it again: multirunner rerun --failed --points 1 '\S+/Subjects.Failures.Always'$",
            run.Report["Subjects.Failures.Always(n: 2)"].Message);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_point_that_failed_for_good_is_failed_in_every_later_report(Host host)
    {
        var first = await runs.On(host);
        var second = await runs.On(host, 2);

        Assert.NotEqual(0, second.ExitCode);
        Assert.Equal("1 failed, 2 skipped", second.Report.Of("Subjects.Failures.Always").Summary);
        Assert.Equal(first.Report["Subjects.Failures.Always(n: 2)"].Message, second.Report["Subjects.Failures.Always(n: 2)"].Message);
        Assert.Equal([1, 3, 1], second.ExecutionsOf("Always"));
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Five_errors_stop_a_worker(Host host)
    {
        var run = await runs.On(host);

        var report = run.Report.Of("Subjects.Failures.All");
        Assert.Equal("8 failed", report.Summary);
        Assert.Equal([1, 1, 1, 1, 1], run.ExecutionsOf("All"));
        Assert.Equal(5, report.Tests.Count(t => t.Message.StartsWith($"System.InvalidOperationException : {Number(t)} is no good.\nThe point was put back, and other workers can run it. This worker stopped: {FiveErrors}", StringComparison.Ordinal)));
        Assert.Equal(3, report.Tests.Count(t => t.Message.StartsWith($"NotRun : not run: this worker stopped before it reached this point: {FiveErrors}", StringComparison.Ordinal)));
        Assert.Equal([.. Enumerable.Range(0, 8).Select(n => $"{n}_to_run")], run.Sweeps["Subjects.Failures.All"].States);
    }

    [Fact]
    public async Task The_attribute_sets_the_number_of_attempts()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(["0_finished", "1_failed", "2_finished"], run.Sweeps["Subjects.Failures.One_attempt"].States);
        Assert.Equal([1, 1, 1], run.ExecutionsOf("One_attempt"));
        Assert.Matches(@"^System.InvalidOperationException : Two is one too many\.\nfailed for good after 1 attempt on \S+\. ", run.Report["Subjects.Failures.One_attempt(n: 2)"].Message);
    }

    [Fact]
    public async Task The_attribute_sets_the_number_of_errors()
    {
        var run = await runs.On(Host.Executable);

        var report = run.Report.Of("Subjects.Failures.Two_errors");
        Assert.Equal("5 failed", report.Summary);
        Assert.Equal([1, 1], run.ExecutionsOf("Two_errors"));
        Assert.Equal(3, report.Tests.Count(t => t.Message.StartsWith("NotRun : not run: ", StringComparison.Ordinal) && t.Message.Contains("it had 2 errors, and MaxErrors is 2. Start the tests again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Workers_at_work_together_all_report_the_failure()
    {
        using var root = new TempRoot();

        // Speculation would run a point twice where that may save time.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName=Subjects.Failures.Always", environment: ("MULTIRUNNER_SPECULATION", "Never"))));

        Assert.All(both, run => Assert.Equal(1, run.ExitCode));
        Assert.All(both, run => Assert.StartsWith("System.InvalidOperationException : Two is one too many.\nfailed for good after 3 attempts, the last on ", run.Report["Subjects.Failures.Always(n: 2)"].Message, StringComparison.Ordinal));
        Assert.Equal("2 passed, 2 failed, 2 skipped", new Report(both.SelectMany(run => run.Report.Tests)).Summary);
        Assert.Equal([1, 3, 1], both[1].ExecutionsOf("Always"));
    }

    private static string Number(TestReport test) => test.Name.Split("n: ")[1].TrimEnd(')');

    public sealed class FailuresRuns() : Runs("FullyQualifiedName~Subjects.Failures.");
}
