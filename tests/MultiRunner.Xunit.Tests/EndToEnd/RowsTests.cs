namespace MultiRunner.Tests.EndToEnd;

/// <summary>Theories that became sweeps by changing one word.</summary>
public sealed class RowsTests(RowsTests.RowsRuns runs) : IClassFixture<RowsTests.RowsRuns>
{
    [Theory]
    [InlineData("Inline(n: 1, x: 2.5)", "result = 2.5")]
    [InlineData("Inline(n: 2, x: 3)", "result = 6")]
    [InlineData("With_default(n: 1, name: \"default\")", "")]
    [InlineData("With_default(n: 2, name: \"given\")", "")]
    [InlineData("Member(n: 1, name: \"one\")", "result = 4")]
    [InlineData("Member(n: 2, name: \"two\")", "result = 5")]
    [InlineData("Typed(n: 1, x: 0.5)", "result = 0.5")]
    [InlineData("Typed [the second]", "result = 1")]
    [InlineData("Several_sources(n: 1, name: \"one\")", "result = 4")]
    [InlineData("Several_sources(n: 4, name: \"four\")", "result = 8")]
    [InlineData("""Objects(shape: {"Layers":3,"Name":"\n","Rate":-0}, size: null, more: null)""", "")]
    [InlineData("Class(n: 1)", "result = 1")]
    [InlineData("Class(n: 4)", "result = 4")]
    [InlineData("Class(n: 9)", "result = 9")]
    public async Task Rows_become_points(string name, string output)
    {
        var run = await runs.On(Host.Executable);

        var test = run.Report[$"Subjects.Rows.{name}"];
        Assert.Equal(TestOutcome.Passed, test.Outcome);
        Assert.Equal(output, test.Output);
    }

    [Fact]
    public async Task A_row_has_its_own_label_skip_name_and_traits()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal("21 passed, 1 skipped", run.Report.Summary);
        Assert.Equal("the third is not ready", run.Report["Subjects.Rows.Typed(n: 3, x: 0.5)"].Message);
        Assert.Equal(["size=large"], run.Report["The fourth(n: 4, x: 0.5)"].Traits);
        Assert.Equal(["0_finished", "1_finished", "2_to_run", "3_finished"], run.Sweeps["Subjects.Rows.Typed"].States);
    }

    [Fact]
    public async Task Rows_of_several_attributes_add_up()
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps["Subjects.Rows.Several_sources"];

        Assert.Equal(["""{"n":1,"name":"one"}""", """{"n":2,"name":"two"}""", """{"n":3,"name":"three"}""", """{"n":4,"name":"four"}"""], sweep.Points.Order(StringComparer.Ordinal));
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Numbers_that_xunit_cannot_serialise_reach_the_method(Host host)
    {
        var sweep = (await runs.On(host)).Sweeps["Subjects.Rows.Converted"];

        Assert.Equal(["""{"h":[0.5,"NaN"],"n":1}""", """{"h":[],"n":-170141183460469231731687303715884105728}"""], sweep.Points);
        Assert.Equal("""{"result":"Half[] 0.5 NaN Int128 1"}""", sweep.Result(0, "details"));
        Assert.Equal("""{"result":"Half[]  Int128 -170141183460469231731687303715884105728"}""", sweep.Result(1, "details"));
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Arrays_of_arrays_and_of_objects_reach_the_method(Host host)
    {
        var sweep = (await runs.On(host)).Sweeps["Subjects.Rows.Nested"];

        Assert.Equal(["""{"layers":[[0.5,"NaN"],[],null],"mixed":[1,"x",2,["Lasso"]]}"""], sweep.Points);
        Assert.Equal("""{"result":"0.5 NaN||null Int32 String Half Model[]"}""", sweep.Result(0, "details"));
    }

    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task Objects_and_tuples_reach_the_method(Host host)
    {
        var sweep = (await runs.On(host)).Sweeps["Subjects.Rows.Objects"];

        Assert.Equal(
            [
                """{"more":[{"Layers":1,"Name":null,"Rate":"NaN"}],"shape":{"Layers":2,"Name":"a","Rate":0.5},"size":[1,2]}""",
                """{"more":null,"shape":{"Layers":3,"Name":"\n","Rate":-0},"size":null}""",
            ],
            sweep.Points);
        Assert.Equal(
            """{"result":"Shape { Layers = 2, Rate = 0.5, Name = a } Double (1, 2) Shape { Layers = 1, Rate = NaN, Name =  }"}""",
            sweep.Result(0, "details"));
    }

    [Fact]
    public async Task Manifests_list_rows_without_axes()
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps["Subjects.Rows.Inline"];

        Assert.Equal(["""{"n":1,"x":2.5}""", """{"n":2,"x":3}"""], sweep.Points);
        Assert.False(sweep.Manifest.TryGetProperty("axes", out _));
        Assert.Equal("""{"n":2,"x":3}""", sweep.Result(1, "arguments"));
    }

    public sealed class RowsRuns() : Runs("FullyQualifiedName~Subjects.Rows.");
}
