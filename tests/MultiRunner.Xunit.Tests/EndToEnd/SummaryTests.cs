namespace MultiRunner.Tests.EndToEnd;

/// <summary>Many points that are finished before discovery have one test case together.</summary>
public sealed class SummaryTests
{
    private const string Sweep = "Subjects.Summed.Run";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_finished_sweep_is_one_skipped_case(Host host)
    {
        using var root = new TempRoot();

        var first = await Run(root, host);
        var second = await Run(root, host);

        Assert.Equal("6 passed", first.Report.Summary);
        Assert.Equal("1 skipped", second.Report.Summary);
        Assert.Equal(Reason(root, "6 points were"), second.Report[$"{Sweep}: 6 points were finished before"].Message);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal([1, 1, 1, 1, 1, 1], second.ExecutionsOf("Run"));
        if (host != Host.VSTest)
            Assert.Contains("Best: result = 6", Assert.Single(second.Report.Tests[0].Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_point_that_is_open_keeps_its_case(Host host)
    {
        using var root = new TempRoot();

        await Run(root, host);
        Reopen(root, 3);
        var run = await Run(root, host);

        Assert.Equal("1 passed, 1 skipped", run.Report.Summary);
        Assert.Equal(TestOutcome.Passed, run.Report[$"{Sweep}(n: 4)"].Outcome);
        Assert.Equal(Reason(root, "5 points were"), run.Report[$"{Sweep}: 5 points were finished before"].Message);
        Assert.Equal([1, 1, 1, 2, 1, 1], run.ExecutionsOf("Run"));
        Assert.Equal(["0_finished", "1_finished", "2_finished", "3_finished", "4_finished", "5_finished"], run.Sweeps[Sweep].States);
    }

    [Fact]
    public async Task The_report_is_made_again_by_the_one_case()
    {
        using var root = new TempRoot();

        await Run(root);
        Directory.Delete(Path.Combine(root.Sweeps, Sweep, "report"), recursive: true);
        var run = await Run(root);

        Assert.Contains("6 of 6 points finished", run.Sweeps[Sweep]["report/report.txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_point_has_its_case_when_cases_are_selected_by_name()
    {
        using var root = new TempRoot();

        await Run(root);
        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}&DisplayName~n: 4");

        Assert.Equal("1 skipped", run.Report.Summary);
        Assert.StartsWith("finished on ", run.Report[$"{Sweep}(n: 4)"].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6", "6 skipped")]
    [InlineData("5", "1 skipped")]
    public async Task The_limit_can_be_set(string limit, string summary)
    {
        using var root = new TempRoot();

        await Run(root);
        var run = await SubjectRunner.Run(
            Host.Executable, root, $"FullyQualifiedName={Sweep}", environment: ("MULTIRUNNER_SUMMARY_ABOVE", limit));

        Assert.Equal(summary, run.Report.Summary);
    }

    private static string Reason(TempRoot root, string points) =>
        $"{points} finished before the tests were discovered. Their results are in '{Path.Combine(root.Sweeps, Sweep)}'.";

    private static Task<SubjectRun> Run(TempRoot root, Host host = Host.Executable) =>
        SubjectRunner.Run(host, root, $"FullyQualifiedName={Sweep}");

    /// <summary>As a rerun leaves a point.</summary>
    private static void Reopen(TempRoot root, int point)
    {
        var sweep = Path.Combine(root.Sweeps, Sweep);
        File.Delete(Path.Combine(sweep, "results", $"{point}.json"));
        File.Move(Path.Combine(sweep, "ini", $"{point}_finished"), Path.Combine(sweep, "ini", $"{point}_to_run"));
    }
}
