using MultiRunner.Cli.Live;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class WatchCommandTests : IDisposable
{
    private const string Elsewhere = "node-b-12-00ff";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task It_shows_what_changes_and_ends_by_itself_when_the_sweep_is_complete()
    {
        var finished = 0;
        var time = new HastyTime(SweepOnDisk.Start, whileWaiting: () =>
        {
            if (finished < 4)
                sweep.Finish(finished, Elsewhere, 2, ("result", finished++));
        });

        var result = await Tool.Run(time, ["watch", sweep.FullPath(""), "--interval", "2"]);

        Assert.Equal(
            """
            2026-03-14 09:00:00 Samples.Training.Train: 0 of 4 points finished, 0 failed, 0 running, 4 to run, time left not known yet
            2026-03-14 09:00:02 Samples.Training.Train: 1 of 4 points finished, 0 failed, 0 running, 3 to run, time left not known yet
            2026-03-14 09:00:04 Samples.Training.Train: 2 of 4 points finished, 0 failed, 0 running, 2 to run, time left not known yet
            2026-03-14 09:00:06 Samples.Training.Train: 3 of 4 points finished, 0 failed, 0 running, 1 to run, time left not known yet
            2026-03-14 09:00:08 Samples.Training.Train: 4 of 4 points finished, 0 failed

            """,
            result.Out);
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    [Fact]
    public async Task Points_that_failed_are_exit_code_1_and_their_text_is_shown()
    {
        for (var point = 0; point < 3; point++)
            sweep.Finish(point, Elsewhere, 2, ("result", 1));
        sweep.Error(3, Elsewhere, 1, "InvalidOperationException", "no convergence");
        sweep.Move(3, PointState.Failed);

        var result = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["watch", sweep.FullPath("")]);

        Assert.Equal(1, result.Code);
        Assert.StartsWith("2026-03-14 09:00:00 Samples.Training.Train: failed attempt at point 3: InvalidOperationException: no convergence\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, result.Out.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Below_a_root_it_waits_a_little_for_the_next_sweep()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, Elsewhere, 2, ("result", 1));
        using var root = new VersionedRoot(sweep);
        var next = Path.Combine(root.Path, "Samples.Training.Train@2");
        Directory.Move(next, root.Path + ".later");
        var waits = 0;
        var time = new HastyTime(SweepOnDisk.Start, whileWaiting: () =>
        {
            if (++waits == 2)
                Directory.Move(root.Path + ".later", next);
        });

        var result = await Tool.Run(time, ["watch", root.Path]);

        Assert.Equal(0, result.Code);
        Assert.Contains("09:00:02 Samples.Training.Train (version 2): 4 of 4 points finished", result.Out, StringComparison.Ordinal);
        Assert.Equal(Watcher.Patience, time.Elapsed);
    }

    [Fact]
    public async Task Only_the_points_that_a_filter_means_are_watched()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));

        var result = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["watch", sweep.FullPath(""), "--where", "n = 1"]);

        Assert.Equal("2026-03-14 09:00:00 Samples.Training.Train: 1 of 1 point finished, 0 failed\n", result.Out);
        Assert.Equal(0, result.Code);
    }

    /// <summary>The first of the two sweeps that appear has no such parameter.</summary>
    [Fact]
    public async Task A_sweep_that_the_filter_does_not_fit_is_a_warning_and_the_others_are_watched()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, Elsewhere, 2, ("result", 1));
        using var root = new VersionedRoot(sweep);
        using var other = new SweepOnDisk();
        other.Axes("Samples.Other.Train", null, ("layers", [1, 2]));
        var next = Path.Combine(root.Path, "Samples.Training.Train@2");
        Directory.Move(next, root.Path + ".later");
        File.Move(Path.Combine(root.Path, "Samples.Training.Train/ini/3_finished"), Path.Combine(root.Path, "Samples.Training.Train/ini/3_to_run"));
        var waits = 0;
        var time = new HastyTime(SweepOnDisk.Start, whileWaiting: () =>
        {
            if (++waits == 2)
            {
                foreach (var file in other.Files())
                {
                    var path = Path.Combine(root.Path, "Samples.Other.Train", file);
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.Copy(other.FullPath(file), path);
                }

                Directory.Move(root.Path + ".later", next);
            }

            if (waits == 15)
                File.Move(Path.Combine(root.Path, "Samples.Training.Train/ini/3_to_run"), Path.Combine(root.Path, "Samples.Training.Train/ini/3_finished"));
        });

        var result = await Tool.Run(time, ["watch", root.Path, "--where", "n >= 1"]);

        Assert.Equal(0, result.Code);
        Assert.Contains("Samples.Training.Train (version 2): 4 of 4 points finished", result.Out, StringComparison.Ordinal);
        Assert.Contains("Samples.Other.Train: --where \"n >= 1\" for Samples.Other.Train: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("Samples.Training.Train: 4 of 4 points finished", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_matches_nothing_is_said()
    {
        var result = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["watch", sweep.FullPath(""), "--where", "n = 1 and n = 2"]);

        Assert.Equal((0, "--where \"n = 1 and n = 2\" matches none of the 4 points of Samples.Training.Train.\n"), (result.Code, result.Error));
    }

    [Fact]
    public async Task A_long_interval_does_not_make_the_end_late()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, Elsewhere, 2, ("result", 1));
        using var root = new VersionedRoot(sweep);
        var time = new HastyTime(SweepOnDisk.Start);

        Assert.Equal(0, (await Tool.Run(time, ["watch", root.Path, "--interval", "3600"])).Code);

        Assert.Equal(Watcher.Patience, time.Elapsed);
    }

    [Fact]
    public async Task It_ends_when_nobody_reads_what_it_writes()
    {
        using var output = new StringWriter();
        var looks = 0;
        var context = new CliContext(output, TextWriter.Null, _ => null, "/", new HastyTime(SweepOnDisk.Start), IsTerminal: false) { IsOutClosed = () => ++looks > 3 };

        Assert.Equal(141, await CommandLine.Run(["watch", sweep.FullPath("")], context));
    }

    [Theory]
    [InlineData("--interval", "0", "--interval takes a number of seconds from 0.1 to 86400, but it is '0'. Correct it, or leave it out.")]
    [InlineData("--interval", "1e3", "--interval takes a number of seconds from 0.1 to 86400, but it is '1e3'. Correct it, or leave it out.")]
    [InlineData("--where", "m = 1", "--where \"m = 1\" for Samples.Training.Train: ")]
    public async Task Wrong_usage_is_exit_code_2(string option, string value, string error)
    {
        var result = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["watch", sweep.FullPath(""), option, value]);

        Assert.Equal((2, ""), (result.Code, result.Out));
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        for (var point = 0; point < 4; point++)
            sweep.Finish(point, Elsewhere, 2, ("result", 1));
        var before = sweep.Files();

        await Tool.Run(new HastyTime(SweepOnDisk.Start), ["watch", sweep.FullPath("")]);

        Assert.Equal(before, sweep.Files());
    }
}
