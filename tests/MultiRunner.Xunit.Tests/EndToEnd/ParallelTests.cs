namespace MultiRunner.Tests.EndToEnd;

/// <summary>How many points one process runs at a time.</summary>
public sealed class ParallelTests
{
    private const string Sweep = "Subjects.Parallel.Run";

    [Fact]
    public async Task One_at_a_time_unless_xunit_is_told_otherwise()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}");

        Assert.Equal("12 passed", run.Report.Summary);
        Assert.Equal([1], Running(run, Sweep, 12).Distinct());
    }

    [Fact]
    public async Task As_many_as_xunit_has_threads()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}", ["-parallelMode", "all", "-maxThreads", "3"]);

        Assert.Equal("12 passed", run.Report.Summary);
        Assert.InRange(Running(run, Sweep, 12).Max(), 2, 3);
        Assert.Equal(Enumerable.Repeat(1, 12), run.ExecutionsOf("Run"));
    }

    /// <summary>Any case may run the point of such a row, so no case of its sweep is parallel.</summary>
    [Theory]
    [InlineData("With_a_row_that_is_not_parallel", 6)]
    [InlineData("With_an_attribute_that_is_not_parallel", 4)]
    public async Task One_at_a_time_if_a_row_says_so(string method, int points)
    {
        using var root = new TempRoot();
        var sweep = $"Subjects.Parallel.{method}";

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={sweep}", ["-parallelMode", "all", "-maxThreads", "3"]);

        Assert.Equal($"{points} passed", run.Report.Summary);
        Assert.Equal([1], Running(run, sweep, points).Distinct());
        Assert.Equal(Enumerable.Repeat(1, points), run.ExecutionsOf(method));
    }

    /// <summary>What the points saw in <c>ini</c> while they ran.</summary>
    private static IEnumerable<int> Running(SubjectRun run, string sweep, int points) =>
        from point in Enumerable.Range(0, points)
        from look in run.Sweeps[sweep].Result(point).GetProperty("curves").GetProperty("running").EnumerateArray()
        select look[1].GetInt32();
}
