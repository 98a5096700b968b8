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
        Assert.Equal([1], Running(run).Distinct());
    }

    [Fact]
    public async Task As_many_as_xunit_has_threads()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, $"FullyQualifiedName={Sweep}", ["-parallelMode", "all", "-maxThreads", "3"]);

        Assert.Equal("12 passed", run.Report.Summary);
        Assert.InRange(Running(run).Max(), 2, 3);
        Assert.Equal(Enumerable.Repeat(1, 12), run.ExecutionsOf("Run"));
    }

    /// <summary>What the points saw in <c>ini</c> while they ran.</summary>
    private static IEnumerable<int> Running(SubjectRun run) =>
        from point in Enumerable.Range(0, 12)
        from look in run.Sweeps[Sweep].Result(point).GetProperty("curves").GetProperty("running").EnumerateArray()
        select look[1].GetInt32();
}
