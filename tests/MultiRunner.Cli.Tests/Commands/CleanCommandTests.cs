using MultiRunner.Cli.Commands;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class CleanCommandTests : IDisposable
{
    private const string Worker = "node-a-4711-3fa2";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();
    private readonly string name;

    public CleanCommandTests()
    {
        name = Path.GetFileName(Path.TrimEndingDirectorySeparator(sweep.FullPath("")));
        for (var point = 0; point < 4; point++)
            sweep.Put($"checkpoints/{point}/deep/model", new byte[1500]);
        sweep.Finish(0, Worker, 1, ("result", 1));
        sweep.Finish(1, Worker, 1, ("result", 1));
        sweep.Move(2, PointState.Failed);
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Checkpoints_of_finished_points_are_deleted_and_no_others()
    {
        var clean = await Run("--checkpoints");

        Assert.Equal((0, $"{name}: checkpoints of 2 finished points, 3 kB, were deleted\n", ""), clean);
        Assert.Equal(["checkpoints/2/deep/model", "checkpoints/3/deep/model"], Checkpoints());
        Assert.Equal((0, $"{name}: no checkpoints were deleted\n", ""), await Run("--checkpoints"));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_deletes_nothing()
    {
        Assert.Equal((0, $"{name}: checkpoints of 2 finished points, 3 kB, would be deleted\n", ""), await Run("--checkpoints", "--dry-run"));
        Assert.Equal(4, Checkpoints().Length);
    }

    [Theory]
    [InlineData("7d", "0,2,3")]
    [InlineData("12h", "0,2,3")]
    [InlineData("90m", "0,2,3")]
    [InlineData("0.5h", "2,3")]
    public async Task What_was_written_last_decides_about_the_age(string age, string left)
    {
        Write("checkpoints/0/deep/model", TimeSpan.FromHours(1));
        Write("checkpoints/1/deep/model", TimeSpan.FromDays(8));

        Assert.Equal(0, (await Run("--checkpoints", "--older-than", age)).Code);

        Assert.Equal(left, string.Join(',', Checkpoints().Select(path => path.Split('/')[1])));
    }

    [Fact]
    public async Task A_link_to_another_directory_is_deleted_and_what_it_leads_to_is_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right of their own on Windows");
        sweep.Put("artifacts/1/model", "weights"u8);
        Directory.CreateSymbolicLink(sweep.FullPath("checkpoints/1/best"), sweep.FullPath("artifacts/1"));

        Assert.Equal(0, (await Run("--checkpoints")).Code);

        Assert.Contains("artifacts/1/model", sweep.Files());
        Assert.Equal(2, Checkpoints().Length);
    }

    /// <summary>Between the listing and the deletion the point is put back, and a new attempt writes the checkpoints.</summary>
    [Fact]
    public async Task Checkpoints_of_a_point_that_is_not_finished_any_more_stay()
    {
        var cleaner = new CheckpointCleaner(sweep.FullPath(""), sweep.Files);
        Assert.Equal([0, 1], (await cleaner.Find(DateTimeOffset.MaxValue)).Select(folder => folder.Point));
        sweep.Move(1, PointState.Running, Worker);

        Assert.False(await cleaner.TryDelete(1));

        Assert.Contains("checkpoints/1/deep/model", Checkpoints());
    }

    /// <summary>
    /// The command has taken the point and is stopped for a lease. A worker seals the point, a rerun puts it back, and a new attempt writes
    /// the checkpoints that the command then renames.
    /// </summary>
    [Fact]
    public async Task Checkpoints_of_an_attempt_that_began_while_it_was_stopped_stay()
    {
        var cleaner = new CheckpointCleaner(sweep.FullPath(""), new StoppedBeforeTheRename(sweep));

        Assert.False(await cleaner.TryDelete(1));

        Assert.Contains("checkpoints/1/deep/model", Checkpoints());
        Assert.Equal(4, Checkpoints().Length);
        Assert.Contains($"ini/1_running.{Worker}", sweep.Files());
    }

    [Fact]
    public async Task What_a_clean_that_died_has_left_is_deleted_by_a_repair()
    {
        sweep.Put("checkpoints/.1.~node-a-4711-3fa2/model", "weights"u8);

        await Tool.Run(new HastyTime(SweepOnDisk.Start), ["verify", sweep.FullPath(""), "--repair"]);

        Assert.DoesNotContain(Checkpoints(), path => path.Contains('~', StringComparison.Ordinal));
        Assert.Contains("checkpoints/1/deep/model", Checkpoints());
    }

    [Theory]
    [InlineData("no selection is given")]
    [InlineData("no selection is given", "--older-than", "7d")]
    [InlineData("--older-than takes a length of time such as 7d, 12h or 30m, but it is '7'.", "--checkpoints", "--older-than", "7")]
    [InlineData("--older-than takes a length of time", "--checkpoints", "--older-than", "d")]
    [InlineData("--older-than takes a length of time", "--checkpoints", "--older-than", "1e9d")]
    [InlineData("--older-than takes a length of time", "--checkpoints", "--older-than=-1d")]
    public async Task Wrong_usage_is_exit_code_2(string message, params string[] arguments)
    {
        var (code, output, error) = await Run(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Equal(4, Checkpoints().Length);
    }

    private sealed class StoppedBeforeTheRename(SweepOnDisk sweep) : Detour(sweep.Files)
    {
        public override ValueTask<bool> TryRenameDirectory(string from, string to)
        {
            if (from == "checkpoints/1")
                sweep.Move(1, PointState.Running, Worker);
            return Inner.TryRenameDirectory(from, to);
        }
    }

    private async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var clean = await Tool.Run(TimeProvider.System, ["clean", sweep.FullPath(""), .. arguments]);
        return (clean.Code, clean.Out, clean.Error);
    }

    private string[] Checkpoints() => [.. sweep.Files().Where(file => file.StartsWith("checkpoints/", StringComparison.Ordinal))];

    private void Write(string file, TimeSpan ago)
    {
        var time = TimeProvider.System.GetUtcNow().UtcDateTime - ago;
        File.SetLastWriteTimeUtc(sweep.FullPath(file), time);
        for (var folder = Path.GetDirectoryName(file)!; folder.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal); folder = Path.GetDirectoryName(folder)!)
            Directory.SetLastWriteTimeUtc(sweep.FullPath(folder), time);
    }
}
