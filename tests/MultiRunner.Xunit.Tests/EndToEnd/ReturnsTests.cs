namespace MultiRunner.Tests.EndToEnd;

/// <summary>What results hold of what sweeps return and record.</summary>
public sealed class ReturnsTests(ReturnsTests.ReturnsRuns runs) : IClassFixture<ReturnsTests.ReturnsRuns>
{
    [Theory]
    [InlineData("Number", """{"result":3}""")]
    [InlineData("Single_precision", """{"result":0.3}""")]
    [InlineData("Not_a_number", """{"result":"NaN"}""")]
    [InlineData("Tuple", """{"accuracy":0.3,"logLoss":3}""")]
    [InlineData("Tuple_without_names", """{"item1":0.3,"item2":3}""")]
    [InlineData("Record", """{"accuracy":0.3,"loss":"Infinity"}""")]
    [InlineData("Class", """{"passed":1,"took":3}""")]
    [InlineData("Dictionary", """{"accuracy":0.3,"top 5":1}""")]
    [InlineData("Task_of_number", """{"result":0.3}""")]
    [InlineData("Task_of_tuple", """{"accuracy":0.3,"loss":3}""")]
    [InlineData("ValueTask_of_record", """{"accuracy":0.3,"loss":3}""")]
    [InlineData("Nothing", "{}")]
    [InlineData("Task_of_nothing", """{"seen":3}""")]
    [InlineData("ValueTask_of_nothing", """{"seen":3}""")]
    [InlineData("Token", """{"result":1}""")]
    [InlineData("Whole_numbers", """{"seen":3,"id":1.152921504606847E+18}""")]
    [InlineData("Beside_what_is_returned", """{"loss":0.3333333333333333,"gradient":2,"result":3}""")]
    public async Task Numbers_are_metrics(string method, string metrics)
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(metrics, run.Sweeps[$"Subjects.Returns.{method}"].Result(0, "metrics"));
    }

    [Fact]
    public async Task Texts_are_details()
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps["Subjects.Returns.Class"];

        Assert.Equal("""{"best":"Lasso","note":"of three"}""", sweep.Result(0, "details"));
    }

    [Fact]
    public async Task Steps_make_a_curve()
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps["Subjects.Returns.Beside_what_is_returned"];

        Assert.Equal("""{"loss":[[1,1],[2,"NaN"],[3,0.3333333333333333]]}""", sweep.Result(0, "curves"));
    }

    [Fact]
    public async Task Metrics_stand_in_the_output_of_a_test_that_passed()
    {
        var run = await runs.On(Host.Executable);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("loss = 0.3333333333333333\ngradient = 2\nresult = 3", run.Report["Subjects.Returns.Beside_what_is_returned(n: 3)"].Output);
    }

    [Fact]
    public async Task A_result_says_who_made_it_when_and_from_what()
    {
        var result = (await runs.On(Host.Executable)).Sweeps["Subjects.Returns.Number"].Result(0);

        Assert.Equal(
            ["format", "point", "arguments", "metrics", "worker", "host", "attempt", "started", "seconds", "assembly"],
            result.EnumerateObject().Select(property => property.Name));
        Assert.Equal(2, result.GetProperty("format").GetInt32());
        Assert.Equal(0, result.GetProperty("point").GetInt32());
        Assert.Equal(Environment.MachineName, result.GetProperty("host").GetString());
        Assert.Equal(1, result.GetProperty("attempt").GetInt32());
        Assert.InRange(result.GetProperty("seconds").GetDouble(), 0, 60);
        Assert.Equal("Subjects.VSTest", result.GetProperty("assembly").GetProperty("name").GetString());
    }

    public sealed class ReturnsRuns() : Runs("FullyQualifiedName~Subjects.Returns.");
}
