namespace MultiRunner.Tests.EndToEnd;

/// <summary>The report of the sweep that each run ends with. What it says in detail is tested where it is made.</summary>
public sealed class ReportsTests(ReportsTests.ReportsRuns runs) : IClassFixture<ReportsTests.ReportsRuns>
{
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Every_format_lies_in_the_sweep_directory(Host host)
    {
        var run = await runs.On(host);

        var sweep = run.Sweeps["Subjects.Objectives.Known"];
        Assert.Equal(["report.csv", "report.html", "report.json", "report.md", "report.txt"], sweep.Names("report/"));
        Assert.StartsWith("Subjects.Objectives.Known: 3 of 3 points finished, 0 failed.\nBest: loss = 0 at point 1: n = 2, in ", sweep["report/report.txt"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_last_case_of_a_sweep_shows_the_report(int number)
    {
        var run = await runs.On(Host.Executable, number);

        var warning = Assert.Single(run.Report.Of("Subjects.Objectives.Known").Tests.SelectMany(t => t.Warnings));
        Assert.StartsWith("Subjects.Objectives.Known: 3 of 3 points finished, 0 failed.\nBest: loss = 0 at point 1: n = 2, in ", warning, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task An_objective_that_no_point_recorded_fails_one_case(Host host)
    {
        var run = await runs.On(host);

        Assert.NotEqual(0, run.ExitCode);
        var report = run.Report.Of("Subjects.Objectives.Misspelt");
        Assert.Equal("2 passed, 1 failed", report.Summary);
        Assert.StartsWith("WrongObjective : Objectives.Misspelt: every result is stored, but the sweep has no best point. ", report.With(TestOutcome.Failed)[0].Message, StringComparison.Ordinal);
        Assert.Equal(["0_finished", "1_finished", "2_finished"], run.Sweeps["Subjects.Objectives.Misspelt"].States);
    }

    public sealed class ReportsRuns() : Runs("FullyQualifiedName~Subjects.Objectives.");
}
