namespace MultiRunner.Tests.EndToEnd;

/// <summary>In which order one worker runs the points of a sweep.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData("Written", "0 1 2 3 4 5 6 7 8 9 10 11")]
    [InlineData("Costly", "3 11 1 2 9 7 10 5 0 6 8 4")]
    [InlineData("Inherited", "3 4 0 2 1")]
    public async Task A_worker_alone_keeps_to_the_order(string method, string points)
    {
        using var root = new TempRoot();

        var run = await Run(root, method);

        Assert.Equal(points, OrderOf(run, method));
    }

    [Fact]
    public async Task The_environment_may_ask_for_another_order()
    {
        using var root = new TempRoot();

        var run = await Run(root, "Either", ("MULTIRUNNER_ORDER", "aswritten"));
        var costly = await Run(root, "Costly", ("MULTIRUNNER_ORDER", "AsWritten"));

        Assert.Equal("0 1 2 3 4 5 6 7", OrderOf(run, "Either"));
        Assert.Equal("0 1 2 3 4 5 6 7 8 9 10 11", OrderOf(costly, "Costly"));
    }

    private static Task<SubjectRun> Run(TempRoot root, string method, params (string Name, string? Value)[] environment) =>
        SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName=Subjects.Ordered.{method}", environment: environment);

    /// <summary>The points, that one first that began first.</summary>
    private static string OrderOf(SubjectRun run, string method)
    {
        var sweep = run.Sweeps[$"Subjects.Ordered.{method}"];
        var points = Enumerable.Range(0, sweep.Points.Count).OrderBy(point => sweep.Result(point).GetProperty("metrics").GetProperty("result").GetInt32());
        return string.Join(' ', points);
    }
}
