using MultiRunner.Format;
using MultiRunner.Repair;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class RetryCommandTests : IDisposable
{
    private const string Worker = "node-a-4711-3fa2";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public RetryCommandTests()
    {
        foreach (var point in new[] { 1, 3 })
        {
            sweep.Move(point, PointState.Failed);
            for (var k = 1; k <= 3; k++)
                sweep.Error(point, Worker, k, "System.InvalidOperationException", "No good.");
        }

        sweep.Error(0, Worker, 1, "System.InvalidOperationException", "Out of luck.");
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task All_failed_points_are_put_back_and_their_attempts_deleted()
    {
        var retry = await Tool.Run(sweep.Time, ["retry", sweep.FullPath("")]);

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(sweep.FullPath("")));
        Assert.Equal((0, ""), (retry.Code, retry.Error));
        Assert.Equal($"{name}: point 1 is to run again, 3 attempts deleted\n{name}: point 3 is to run again, 3 attempts deleted\n", retry.Out);
        Assert.Equal([$"attempts/0.{Worker}.1.json", "ini/0_to_run", "ini/1_to_run", "ini/2_to_run", "ini/3_to_run", "ini/sweep.json"], sweep.Files());
    }

    [Fact]
    public async Task Only_points_that_are_named_are_put_back()
    {
        var retry = await Tool.Run(sweep.Time, ["retry", sweep.FullPath(""), "--points", "3"]);

        Assert.Equal(0, retry.Code);
        Assert.Contains("ini/1_failed", sweep.Files());
        Assert.Contains("ini/3_to_run", sweep.Files());
        Assert.Equal(3, sweep.Files().Count(path => path.StartsWith("attempts/1.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Points_of_older_code_are_put_back_only_when_they_are_named()
    {
        sweep.Edit(m => m with { Current = [0, 1] });

        var all = await Tool.Run(sweep.Time, ["retry", sweep.FullPath("")]);
        Assert.DoesNotContain("point 3", all.Out, StringComparison.Ordinal);
        Assert.Contains("ini/1_to_run", sweep.Files());
        Assert.Contains("ini/3_failed", sweep.Files());

        await Tool.Run(sweep.Time, ["retry", sweep.FullPath(""), "--points", "3"]);
        Assert.Contains("ini/3_to_run", sweep.Files());
    }

    [Fact]
    public async Task A_point_that_is_named_and_has_not_failed_is_left_alone_and_said()
    {
        sweep.Finish(2, Worker, 1, ("result", 1));

        var retry = await Tool.Run(sweep.Time, ["retry", "--points", "0-1,2,9", sweep.FullPath("")]);

        Assert.Equal(1, retry.Code);
        Assert.Contains("point 1 is to run again", retry.Out, StringComparison.Ordinal);
        Assert.Contains("only failed points are tried again, but point 0 is to run.", retry.Error, StringComparison.Ordinal);
        Assert.Contains("but point 2 is finished.", retry.Error, StringComparison.Ordinal);
        Assert.Contains("but point 9 has no state file.", retry.Error, StringComparison.Ordinal);
        Assert.Contains($"attempts/0.{Worker}.1.json", sweep.Files());
    }

    [Fact]
    public async Task Nothing_failed_is_no_problem()
    {
        await Tool.Run(sweep.Time, ["retry", sweep.FullPath("")]);

        var again = await Tool.Run(sweep.Time, ["retry", sweep.FullPath("")]);

        Assert.Equal(0, again.Code);
        Assert.EndsWith("no point has failed\n", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3;7")]
    [InlineData("-1")]
    [InlineData("7-3")]
    [InlineData("0-2000000000")]
    public async Task What_is_no_list_of_points_is_wrong_usage(string points)
    {
        var retry = await Tool.Run(sweep.Time, ["retry", sweep.FullPath(""), $"--points={points}"]);

        Assert.Equal(2, retry.Code);
        Assert.Contains("--points takes the indices of points", retry.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_of_several_sweeps_are_wrong_usage()
    {
        using var several = new SweepTree("One", "Two");

        Assert.Equal(2, (await Tool.Run(sweep.Time, ["retry", several.Path, "--points", "1"])).Code);
    }

    /// <summary>Whatever is done before the crash: no point is to run with an old attempt, and the same again completes it.</summary>
    [Fact]
    public async Task Ended_at_any_operation_it_can_be_repeated()
    {
        // 2 listings, then 3 attempts and a rename of the one point that is asked for.
        for (var operations = 0; operations < 6; operations++)
        {
            using var other = new SweepOnDisk().WithFourPoints();
            other.Move(1, PointState.Failed);
            for (var k = 1; k <= 3; k++)
                other.Error(1, Worker, k, "System.InvalidOperationException", "No good.");

            await Assert.ThrowsAsync<SharedDirectoryException>(async () => await new FailedPoints(new FewOperations(other.Files, operations)).PutBack([1]));
            Assert.Contains("ini/1_failed", other.Files());

            Assert.True((await new FailedPoints(other.Files).PutBack([1]))[0].IsPutBack);
            Assert.Equal(["ini/0_to_run", "ini/1_to_run", "ini/2_to_run", "ini/3_to_run", "ini/sweep.json"], other.Files());
        }
    }
}
