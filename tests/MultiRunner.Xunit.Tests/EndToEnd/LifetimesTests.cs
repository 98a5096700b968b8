namespace MultiRunner.Tests.EndToEnd;

/// <summary>Fixtures, lifetimes and attributes of xunit around each attempt.</summary>
public sealed class LifetimesTests(LifetimesTests.LifetimesRuns runs) : IClassFixture<LifetimesTests.LifetimesRuns>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_attempt_runs_between_what_xunit_runs_around_a_test(int n)
    {
        var run = await runs.On(Host.Executable);

        // The second attempt: fixtures are those of the first, the test class is not, and nothing of the first is shown.
        Assert.Equal($"fixtures 1, 1 and 1\ninitialized: True, before: True\nresult = {n}\nafter\ndisposed", run.Report[$"Subjects.Lifetimes.Run(n: {n})"].Output);
        Assert.Equal("2", run.Sweeps["Subjects.Lifetimes.Run"].Result(n - 1, "attempt"));
    }

    [Fact]
    public async Task A_fixture_that_cannot_be_made_fails_every_case_and_counts_no_attempt()
    {
        var run = await runs.On(Host.Executable);

        var report = run.Report.Of("Subjects.BrokenFixture.Run");
        Assert.Equal("2 failed", report.Summary);
        Assert.All(report.Tests, t => Assert.Equal("Class fixture type 'Subjects.BrokenFixture+Fixture' threw in its constructor\n---- System.InvalidOperationException : The data set is not there.", t.Message));
        Assert.DoesNotContain("Subjects.BrokenFixture.Run", run.Sweeps.Keys);
    }

    [Fact]
    public async Task A_fixture_of_a_collection_that_cannot_be_made_fails_every_case_and_counts_no_attempt()
    {
        var run = await runs.On(Host.Executable);

        var report = run.Report.Of("Subjects.OfBrokenCollection.Run");
        Assert.Equal("2 failed", report.Summary);
        Assert.All(report.Tests, t => Assert.Equal("Collection fixture type 'Subjects.BrokenFixture+Fixture' threw in its constructor\n---- System.InvalidOperationException : The data set is not there.", t.Message));
        Assert.DoesNotContain("Subjects.OfBrokenCollection.Run", run.Sweeps.Keys);
    }

    [Fact]
    public async Task A_fixture_of_the_assembly_that_cannot_be_made_fails_every_case_and_counts_no_attempt()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.Lifetimes.", environment: ("SUBJECTS_BROKEN_ASSEMBLY", "1"));

        Assert.Equal("2 failed", run.Report.Summary);
        Assert.All(run.Report.Tests, t => Assert.Equal("Assembly fixture type 'Subjects.WholeAssemblyFixture' threw in its constructor\n---- System.InvalidOperationException : The licence is not there.", t.Message));
        Assert.Empty(run.Sweeps);
    }

    [Fact]
    public async Task A_fixture_that_is_missing_stops_the_worker_and_counts_no_attempt()
    {
        var run = await runs.On(Host.Executable);

        var report = run.Report.Of("Subjects.FixtureMissing.Run");
        Assert.Equal("2 failed", report.Summary);
        Assert.Single(report.Tests, t => t.Message.StartsWith("The following constructor parameters did not have matching fixture data: Fixture fixture\nThe point was put back, and other workers can run it. This worker stopped: every point needs an instance of the test class", StringComparison.Ordinal));
        Assert.Equal(["0_to_run", "1_to_run"], run.Sweeps["Subjects.FixtureMissing.Run"].States);
        Assert.Empty(run.Sweeps["Subjects.FixtureMissing.Run"].Attempts);
    }

    public sealed class LifetimesRuns() : Runs(
        "FullyQualifiedName~Subjects.Lifetimes.|FullyQualifiedName~Subjects.BrokenFixture.|FullyQualifiedName~Subjects.OfBrokenCollection.|FullyQualifiedName~Subjects.FixtureMissing.");
}
