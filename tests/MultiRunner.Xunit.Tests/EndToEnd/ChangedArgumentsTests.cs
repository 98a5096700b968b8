namespace MultiRunner.Tests.EndToEnd;

/// <summary>What a method does to its arguments is unknown to other points and to later attempts.</summary>
public sealed class ChangedArgumentsTests(ChangedArgumentsTests.ChangedArgumentsRuns runs) : IClassFixture<ChangedArgumentsTests.ChangedArgumentsRuns>
{
    [Theory]
    [InlineData("Axis", 3, """{"result":2}""")]
    [InlineData("Row", 2, """{"result":2}""")]
    [InlineData("Retried", 1, """{"result":12}""")]
    public async Task Each_attempt_gets_arguments_as_they_were_written(string method, int points, string metrics)
    {
        var sweep = (await runs.On(Host.Executable)).Sweeps[$"Subjects.Changing.{method}"];

        Assert.Equal(Enumerable.Repeat(metrics, points), Enumerable.Range(0, points).Select(i => sweep.Result(i, "metrics")));
    }

    public sealed class ChangedArgumentsRuns() : Runs("FullyQualifiedName~Subjects.Changing.");
}
