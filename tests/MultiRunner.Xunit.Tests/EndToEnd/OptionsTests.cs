namespace MultiRunner.Tests.EndToEnd;

/// <summary>What a [Fact] can be told, a sweep can be told.</summary>
public sealed class OptionsTests(OptionsTests.OptionsRuns runs) : IClassFixture<OptionsTests.OptionsRuns>
{
    [Fact]
    public async Task A_point_that_takes_too_long_is_a_failed_attempt()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(TestOutcome.Passed, run.Report["Subjects.Options.Timeout(n: 1)"].Outcome);
        Assert.All([2, 3], n => Assert.StartsWith("Test execution timed out after 2000 milliseconds\nfailed for good after 1 attempt on ", run.Report[$"Subjects.Options.Timeout(n: {n})"].Message, StringComparison.Ordinal));
        var sweep = run.Sweeps["Subjects.Options.Timeout"];
        Assert.Equal(["0_finished", "1_failed", "2_failed"], sweep.States);
        Assert.All(sweep.Attempts, attempt => Assert.Equal("Xunit.Sdk.TestTimeoutException", attempt.GetProperty("error").GetProperty("type").GetString()));

        // Both were told: the one by Sweep.Current, the other by xunit's TestContext.Current.
        Assert.Equal([1, 1], run.ExecutionsOf("Timeout"));
    }

    [Fact]
    public async Task Explicit_points_do_not_run_unless_they_are_asked_for()
    {
        using var root = new TempRoot();

        var run = await runs.On(Host.Executable);
        var asked = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.Options.", ["-explicit", "only"]);

        Assert.Equal("2 not run", run.Report.Of("Subjects.Options.Explicit").Summary);
        Assert.DoesNotContain("Subjects.Options.Explicit", run.Sweeps.Keys);
        Assert.Equal("2 passed", asked.Report.Of("Subjects.Options.Explicit").Summary);
        Assert.Equal(["0_finished", "1_finished"], asked.Sweeps["Subjects.Options.Explicit"].States);
        Assert.Equal(["Subjects.Options.Explicit"], asked.Sweeps.Keys);
    }

    [Fact]
    public async Task A_skipped_sweep_is_one_case_and_makes_no_directory()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal("not written yet", run.Report["Subjects.Options.Skipped"].Message);
        Assert.DoesNotContain("Subjects.Options.Skipped", run.Sweeps.Keys);
    }

    [Fact]
    public async Task A_condition_decides_on_each_node()
    {
        var first = await runs.On(Host.Executable);
        var second = await runs.On(Host.Executable, 2);

        Assert.Equal("2 skipped", first.Report.Of("Subjects.Options.Skipped_when").Summary);
        Assert.All(first.Report.Of("Subjects.Options.Skipped_when").Tests, t => Assert.Equal("runs at night only", t.Message));
        Assert.Equal(["0_to_run", "1_to_run"], first.Sweeps["Subjects.Options.Skipped_when"].States);
        Assert.Equal("2 passed", second.Report.Of("Subjects.Options.Skipped_when").Summary);
    }

    [Fact]
    public async Task A_display_name_and_traits_are_those_of_every_point()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(["How fast?(n: 1)", "How fast?(n: 2)"], run.Report.Of("How fast?").Tests.Select(t => t.Name));
        Assert.All(run.Report.Of("How fast?").Tests, t => Assert.Equal(["device=gpu"], t.Traits));
    }

    [Theory]
    [InlineData("Static")]
    [InlineData("Generic")]
    [InlineData("Generic_axis")]
    public async Task Methods_may_be_static_or_generic(string method)
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal("2 passed", run.Report.Of($"Subjects.Options.{method}(").Summary);
        Assert.Equal(["0_finished", "1_finished"], run.Sweeps[$"Subjects.Options.{method}"].States);
    }

    [Theory]
    [InlineData("Generic")]
    [InlineData("Generic_axis")]
    public async Task Each_point_of_a_generic_method_has_a_type_of_its_own(string method)
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps[$"Subjects.Options.{method}"];

        Assert.Equal("""{"result":"Int32 1"}""", sweep.Result(0, "details"));
        Assert.Equal("""{"result":"String one"}""", sweep.Result(1, "details"));
    }

    /// <summary>In the first run the condition of SkipWhen holds, in the second it does not.</summary>
    public sealed class OptionsRuns() : Runs("FullyQualifiedName~Subjects.Options.")
    {
        protected override IReadOnlyList<(string Name, string? Value)> Environment(int number) => number == 1 ? [("SUBJECTS_SKIP", "1")] : [];
    }
}
