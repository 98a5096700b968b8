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

    /// <summary>Of a good sweep and of a wrong one in the same process, in a first run and in one that skips all points.</summary>
    [Theory]
    [InlineData(Host.Executable, 1)]
    [InlineData(Host.VSTest, 1)]
    [InlineData(Host.VSTest, 2)]
    public async Task The_console_shows_the_end_of_each_report_once(Host host, int number)
    {
        var run = await runs.On(host, number);

        foreach (var sweep in (string[])["Subjects.Objectives.Known", "Subjects.Objectives.Misspelt"])
        {
            Assert.Equal(2, run.Console.Split($"{sweep}: 3 of 3 points finished, 0 failed.").Length);
            Assert.Equal(2, run.Console.Split(Path.Combine(sweep, "report", "report.txt")).Length);
        }
    }

    /// <summary>It shows files of the test session, and no text; so the headline is a part of the file's line.</summary>
    [Theory]
    [InlineData(1, "total: 6", "succeeded: 5")]
    [InlineData(2, "total: 6", "skipped: 5")]
    public async Task Dotnet_test_of_the_testing_platform_shows_each_headline_and_page_once_and_counts_no_test_for_it(int number, params string[] counts)
    {
        var run = await runs.On(Host.TestingPlatform, number);

        var known = Assert.Single(run.Console.Split('\n'), line => line.Contains("Subjects.Objectives.Known: 3 of 3 points finished, 0 failed.", StringComparison.Ordinal));
        var page = Path.Combine("Subjects.Objectives.Known", "report", "report.html");
        Assert.Matches($"- For test 'Subjects.Objectives.Known: 3 of 3 points finished, 0 failed. Best: loss = 0 at point 1: n = 2, in .*': /.*/sweeps/{page}$", known.TrimEnd());
        Assert.Equal(2, run.Console.Split(page).Length);
        Assert.Single(run.Console.Split('\n'), line => line.Contains("'Subjects.Objectives.Misspelt: 3 of 3 points finished, 0 failed. No best point: ", StringComparison.Ordinal));
        Assert.All(counts, count => Assert.Contains($"  {count}\n", run.Console, StringComparison.Ordinal));
    }

    public sealed class ReportsRuns() : Runs("FullyQualifiedName~Subjects.Objectives.");
}
