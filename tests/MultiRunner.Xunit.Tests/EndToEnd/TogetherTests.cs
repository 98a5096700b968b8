namespace MultiRunner.Tests.EndToEnd;

/// <summary>Axes that belong together, computed values, points beside the product, and parameters with default values.</summary>
public sealed class TogetherTests(TogetherTests.TogetherRuns runs) : IClassFixture<TogetherTests.TogetherRuns>
{
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Names_show_the_points(Host host)
    {
        var run = await runs.On(host);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "width: 0, name: \"none\", limit: null, rate: 0.5, data: \"small\"",
                "width: 1, name: \"none\", limit: 1, rate: 0.25, data: \"all\"",
                .. from width in new[] { "128", "64" }
                   from name in new[] { "a", "b" }
                   from limit in new[] { "1", "10", "5", "null" }
                   let rate = width == "64" ? "0.25" : "0.75"
                   select $"width: {width}, name: \"{name}\", limit: {limit}, rate: {rate}, data: \"all\"",
            ],
            run.Report.Of("Subjects.Together.Everything(").Tests.Select(test => test.Name["Subjects.Together.Everything(".Length..^1]));
        Assert.Equal("22 passed", run.Report.Summary);
    }

    [Fact]
    public async Task Manifests_list_the_points_in_the_order_of_the_code()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(
            [
                .. from size in new[] { (Width: 64, Rate: "0.25"), (Width: 128, Rate: "0.75") }
                   from name in new[] { "a", "b" }
                   from limit in new[] { "1", "10", "null", "5" }
                   select $$"""{"data":"all","limit":{{limit}},"name":"{{name}}","rate":{{size.Rate}},"width":{{size.Width}}}""",
                """{"data":"small","limit":null,"name":"none","rate":0.5,"width":0}""",
                """{"data":"all","limit":1,"name":"none","rate":0.25,"width":1}""",
            ],
            run.Sweeps["Subjects.Together.Everything"].Points);
        Assert.Equal(
            [
                """{"check":false,"fast":false,"id":"00000000-0000-0000-0000-000000000000","model":"Ridge","other":"Lasso"}""",
                """{"check":false,"fast":true,"id":"00000000-0000-0000-0000-000000000000","model":"Lasso","other":"Lasso"}""",
            ],
            run.Sweeps["Subjects.Together.Choices"].Points);
    }

    [Fact]
    public async Task An_axis_that_has_the_former_default_value_keeps_its_results()
    {
        const string Sweep = "Subjects.Together.Axis_added";
        using var root = new TempRoot();

        var before = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}");
        var after = await SubjectRunner.RunEdited(root, $"FullyQualifiedName={Sweep}");

        Assert.Equal("2 passed", before.Report.Summary);
        Assert.Equal("2 passed, 2 skipped", after.Report.Summary);
        Assert.Equal(TestOutcome.Skipped, after.Report[$"{Sweep}(n: 2, depth: 3)"].Outcome);
        Assert.Contains("result=6", after.Report[$"{Sweep}(n: 2, depth: 3)"].Message, StringComparison.Ordinal);
        Assert.Equal(TestOutcome.Passed, after.Report[$"{Sweep}(n: 2, depth: 4)"].Outcome);
    }

    public sealed class TogetherRuns() : Runs("FullyQualifiedName~Subjects.Together.");
}
