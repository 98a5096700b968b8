namespace MultiRunner.Tests.EndToEnd;

/// <summary>Where, [Exclude] and [When], from the attribute to the test cases and the report.</summary>
public sealed class ConstraintsTests
{
    private const string Restricted = "Subjects.Restricted.Run";

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Only_what_the_rules_leave_is_a_test_case(Host host)
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(host, root, "FullyQualifiedName~Subjects.Constrained.");

        string[] points =
        [
            "layers: 0, width: 16, seed: 1",
            "layers: 0, width: 16, seed: 2",
            "layers: 1, width: 16, seed: 1",
            "layers: 1, width: 16, seed: 2",
            "layers: 1, width: 32, seed: 1",
            "layers: 1, width: 32, seed: 2",
            "layers: 1, width: 64, seed: 1",
            "layers: 2, width: 16, seed: 1",
            "layers: 2, width: 16, seed: 2",
            "layers: 2, width: 32, seed: 1",
            "layers: 2, width: 32, seed: 2",
        ];
        Assert.Equal(
            points.Select(point => $"Subjects.Constrained.Run({point})").Order(StringComparer.Ordinal),
            run.Report.Of("Subjects.Constrained.Run(").Tests.Select(test => test.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            points.Select(point => $$"""{"layers":{{point[8]}},"seed":{{point[^1]}},"width":{{point[18..20]}}}""").Order(StringComparer.Ordinal),
            run.Sweeps["Subjects.Constrained.Run"].Points.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["""{"isText":false,"value":1}""", """{"isText":true,"value":"x"}""", """{"isText":false,"value":2}"""],
            run.Sweeps["Subjects.Constrained.Generic"].Points);
        Assert.Equal("14 passed", run.Report.Summary);
    }

    [Fact]
    public async Task A_constraint_that_is_added_keeps_the_results_of_the_points_that_stay_and_its_removal_brings_the_others_back()
    {
        using var root = new TempRoot();

        await Run(root, "1234");
        var restricted = await Run(root, "24");
        var restrictedReport = restricted.Sweeps[Restricted]["report/report.txt"];
        var freed = await Run(root, "1234");
        var freedReport = freed.Sweeps[Restricted]["report/report.txt"];

        Assert.Equal("2 skipped", restricted.Report.Summary);
        Assert.Contains("2 of 2 points finished", restrictedReport, StringComparison.Ordinal);
        Assert.Equal(["0.json", "1.json", "2.json", "3.json"], restricted.Sweeps[Restricted].Results);
        Assert.Equal("4 skipped", freed.Report.Summary);
        Assert.Contains("4 of 4 points finished", freedReport, StringComparison.Ordinal);
        Assert.Equal([1, 1, 1, 1], freed.ExecutionsOf("Run"));
    }

    [Fact]
    public async Task A_constraint_that_is_loosened_runs_only_the_new_points()
    {
        using var root = new TempRoot();

        await Run(root, "24");
        GrowingGridTests.PretendAnotherBuild(root, Restricted);
        var loosened = await Run(root, "1234");

        Assert.Equal("2 passed, 2 skipped", loosened.Report.Summary);
        Assert.Equal(["""{"n":2}""", """{"n":4}""", """{"n":1}""", """{"n":3}"""], loosened.Sweeps[Restricted].Points);
        Assert.Equal([1, 1, 1, 1], loosened.ExecutionsOf("Run"));
    }

    [Fact]
    public async Task A_constraint_that_answers_differently_within_one_build_is_told()
    {
        using var root = new TempRoot();

        await Run(root, "24");
        var other = await Run(root, "123");

        Assert.Contains(
            "the points of a sweep must be the same in every process of one build, but 2 are new",
            other.Report.Tests[0].Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Throwing", "WrongRules.Throwing: WrongRules.Throws, which Where of [SweepTheory] names, must return a bool for all values, but it threw an exception for (a: 2). Correct the method. The exception was System.InvalidOperationException: No answer.")]
    [InlineData("Allowing_nothing", "WrongRules.Allowing_nothing: a sweep needs at least one point, but Where = IsNever allows none of 2 combinations. Loosen the constraint, or give the axes other values.")]
    [InlineData("Unknown_name", "WrongRules.Unknown_name: the names in [Exclude] must be those of parameters that have an axis, but \"c\" in [Exclude(\"c\", 1)] is not. The parameters are 'a', 'b'. Correct the name.")]
    [InlineData("Rows", "WrongRules.Rows: Where of [SweepTheory], Samples of [SweepTheory], [Exclude(\"a\", 1)], [When(\"a\", 1)] on b choose among the combinations of axes, but the method has rows, by [InlineDataAttribute]. Filter the rows in their source, such as by a LINQ query with where, or replace them by axes.")]
    public async Task A_rule_that_is_wrong_is_one_failing_test_case(string method, string message)
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName~Subjects.WrongRules.{method}");

        Assert.Equal("1 failed", run.Report.Summary);
        Assert.Equal(message, run.Report[$"Subjects.WrongRules.{method}"].Message.Split('\n')[0].TrimEnd());
        Assert.Empty(run.Sweeps);
    }

    private static Task<SubjectRun> Run(TempRoot root, string chosen) =>
        SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Restricted}", environment: ("SUBJECTS_CHOSEN", chosen));
}
