using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Repair;
using MultiRunner.Results;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class RerunCommandTests : IDisposable
{
    private const string Worker = "node-a-4711-3fa2";
    private const string Other = "node-b-17-09bc";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();
    private readonly string name;

    public RerunCommandTests()
    {
        name = Path.GetFileName(Path.TrimEndingDirectorySeparator(sweep.FullPath("")));
        Fail(sweep, 1);
        Finish(sweep, 2);
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task What_a_finished_point_has_goes_to_the_archive_and_the_point_back_to_be_run()
    {
        var rerun = await Run("--points", "2");

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        var archive = Archive();
        Assert.Equal(
            $"{name}: point 2 is to run again\n{name}: 1 result, 1 failed attempt, 1 artifact directory and 1 checkpoint directory are in '{archive}'\n",
            rerun.Out);
        Assert.Matches(@"^archive/20260314T093000Z-[A-Za-z0-9-]+-[0-9a-f]{4}\z", archive);
        Assert.Equal(
            [
                $"{archive}/artifacts/2/model", $"{archive}/attempts/2.{Worker}.1.json", $"{archive}/checkpoints/2/epoch", $"{archive}/results/2.json",
                .. AttemptsOf(1), "checkpoints/1/epoch", "ini/0_to_run", "ini/1_failed", "ini/2_to_run", "ini/3_to_run", "ini/sweep.json",
            ],
            sweep.Files());
        Assert.Equal((0, $"{name}: every rule holds\n", ""), await Verify());
    }

    [Fact]
    public async Task A_point_that_is_put_back_is_to_run_and_not_skipped_because_it_once_skipped_itself()
    {
        sweep.Skip(2, Worker, "there is no GPU here");

        var rerun = await Run("--points", "2");

        Assert.Contains("1 result, 1 failed attempt, 1 artifact directory", rerun.Out, StringComparison.Ordinal);
        Assert.Contains($"{Archive()}/attempts/2.{SweepOnDisk.HostOf(Worker)}.skip.json", sweep.Files());
        Assert.Equal("to_run", (await sweep.Read()).Points[2].StateName);
    }

    [Fact]
    public async Task All_failed_points_are_put_back_with_no_attempt_and_no_checkpoint()
    {
        Fail(sweep, 3);

        var rerun = await Run("--failed");

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.Equal($"{name}: points 1 and 3 are to run again\n{name}: 6 failed attempts and 2 checkpoint directories are in '{Archive()}'\n", rerun.Out);
        Assert.Equal(["ini/0_to_run", "ini/1_to_run", "ini/2_finished", "ini/3_to_run"], States());
        Assert.DoesNotContain(sweep.Files(), file => file.StartsWith("attempts/1.", StringComparison.Ordinal) || file.StartsWith("checkpoints/1/", StringComparison.Ordinal));
        Assert.Equal($"{name}: no point is selected\n", (await Run("--failed")).Out);
    }

    [Fact]
    public async Task A_point_must_fit_every_selection()
    {
        Fail(sweep, 3);

        var rerun = await Run("--failed", "--points", "2,3");

        Assert.StartsWith($"{name}: point 3 is to run again\n", rerun.Out, StringComparison.Ordinal);
        Assert.Equal(["ini/0_to_run", "ini/1_failed", "ini/2_finished", "ini/3_to_run"], States());
    }

    [Fact]
    public async Task A_result_that_has_no_public_name_yet_gets_it_first()
    {
        sweep.Write(SweepLayout.Candidate(3, Worker, 1), Result(3, "build 1", 1).ToJson());
        sweep.Move(3, PointState.Committed, Worker);

        var rerun = await Run("--points", "3");

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.Contains("ini/3_to_run", sweep.Files());
        Assert.Contains($"{Archive()}/results/3.json", sweep.Files());
    }

    [Fact]
    public async Task What_runs_or_waits_already_is_left_alone_and_said()
    {
        sweep.Move(3, PointState.Running, Worker);
        var before = sweep.Files();

        var rerun = await Run("--points", "0,3");

        Assert.Equal(1, rerun.Code);
        Assert.Contains("point 0 already waits to be run", rerun.Out, StringComparison.Ordinal);
        Assert.Contains("point 3 is running, and a point that runs is left alone.", rerun.Error, StringComparison.Ordinal);
        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task A_point_whose_duplicate_runs_is_left_alone_and_said()
    {
        sweep.Write(SweepLayout.DuplicateMarker(2, Other), ""u8);
        var beat = 0;

        var rerun = await Tool.Run(new HastyTime(SweepOnDisk.Start, () => sweep.Beat(Other, ++beat)), ["rerun", sweep.FullPath(""), "--points", "2"]);

        Assert.Equal(1, rerun.Code);
        Assert.Contains("a duplicate of point 2 is running, and a point that runs is left alone.", rerun.Error, StringComparison.Ordinal);
        Assert.Contains("ini/2_finished", sweep.Files());
    }

    /// <summary>Nobody knows at the first look whether a worker of another machine lives.</summary>
    [Fact]
    public async Task A_duplicate_of_a_worker_that_does_not_beat_for_a_lease_does_not_matter()
    {
        sweep.Beat(Other, 7);
        sweep.Write(SweepLayout.DuplicateMarker(2, Other), ""u8);

        var rerun = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["rerun", sweep.FullPath(""), "--points", "2"]);

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.Contains("ini/2_to_run", sweep.Files());
    }

    [Fact]
    public async Task A_duplicate_of_a_worker_that_is_gone_does_not_matter()
    {
        sweep.Gone(Other);
        sweep.Write(SweepLayout.DuplicateMarker(2, Other), ""u8);

        Assert.Equal(0, (await Run("--points", "2")).Code);
    }

    [Fact]
    public async Task A_point_without_a_state_file_is_left_to_verify()
    {
        File.Delete(sweep.FullPath("ini/0_to_run"));

        var rerun = await Run("--points", "0");

        Assert.Equal((1, $"{name}: point 0 has no state file. See 'multirunner verify'.\n"), (rerun.Code, rerun.Error));
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_writes_nothing()
    {
        var before = sweep.Files();

        var rerun = await Run("--points", "0-2", "--dry-run");

        Assert.Equal((0, ""), (rerun.Code, rerun.Error));
        Assert.Contains($"{name}: points 1 and 2 would run again\n", rerun.Out, StringComparison.Ordinal);
        Assert.Contains("point 0 already waits to be run", rerun.Out, StringComparison.Ordinal);
        Assert.Contains("1 result, 4 failed attempts, 1 artifact directory and 2 checkpoint directories would be moved to 'archive/", rerun.Out, StringComparison.Ordinal);
        Assert.Equal(before, sweep.Files());
        Assert.False(Directory.Exists(sweep.FullPath("archive")));
    }

    [Fact]
    public async Task An_archive_that_cannot_be_written_leaves_everything_as_it_is()
    {
        sweep.Write("archive", "a file"u8);
        var before = sweep.Files();

        var rerun = await Run("--points", "1,2");

        Assert.Equal(1, rerun.Code);
        Assert.Contains("A rerun moves results and what belongs to them to 'archive/", rerun.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", rerun.Error, StringComparison.Ordinal);
        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task Points_of_older_code_are_passed_over_and_an_error_when_they_are_named()
    {
        Fail(sweep, 3);
        sweep.Edit(m => m with { Current = [0, 1] });

        Assert.StartsWith($"{name}: point 1 is to run again\n", (await Run("--failed")).Out, StringComparison.Ordinal);
        var named = await Run("--points", "1-3");

        Assert.Equal(2, named.Code);
        Assert.Contains("it does not have points 2 and 3, which are points of older code", named.Error, StringComparison.Ordinal);
        Assert.Contains("ini/3_failed", sweep.Files());
    }

    [Fact]
    public async Task Results_of_other_builds_than_that_of_the_newest_worker_are_run_again()
    {
        sweep.Finish(0, Result(0, "build 1", 1));
        sweep.Finish(2, Result(2, "build 2", 2));
        sweep.Finish(3, Result(3, "build 3", 3));
        sweep.Builds((Worker, "build 1", 1), (Other, "build 2", 2));

        var rerun = await Run("--older-builds");

        Assert.StartsWith($"{name}: points 0 and 3 are to run again\n", rerun.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_that_a_filter_means_are_run_again()
    {
        sweep.Finish(0, Worker, 1, ("result", 0.25));
        sweep.Finish(3, Worker, 1, ("result", 4));

        var rerun = await Run("--where", "n != 3 and result > 0.3 or state = failed");

        Assert.StartsWith($"{name}: points 1 and 3 are to run again\n", rerun.Out, StringComparison.Ordinal);
        Assert.Equal(["ini/0_finished", "ini/1_to_run", "ini/2_finished", "ini/3_to_run"], States());
    }

    [Fact]
    public async Task Without_a_worker_that_says_its_build_the_result_that_started_last_has_the_newest()
    {
        sweep.Finish(0, Result(0, "build 1", 1));
        sweep.Finish(2, Result(2, "build 3", 3));
        sweep.Finish(3, Result(3, "build 2", 2));
        sweep.Worker(Worker, 1, 0, 1);

        Assert.StartsWith($"{name}: points 0 and 3 are to run again\n", (await Run("--older-builds")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--points=3;7", "--points takes the indices of points")]
    [InlineData("--points=-1", "--points takes the indices of points")]
    [InlineData("--points=7-3", "--points takes the indices of points")]
    [InlineData("--points=0-2000000000", "--points takes the indices of points")]
    [InlineData("--points=2,4-5", "--points takes the indices of points from 0 to 3, but Samples.Training.Train has no points 4 and 5.")]
    [InlineData("--dry-run", "no selection is given")]
    public async Task Wrong_selections_are_wrong_usage(string selection, string message)
    {
        var before = sweep.Files();

        var rerun = await Run(selection);

        Assert.Equal(2, rerun.Code);
        Assert.Contains(message, rerun.Error, StringComparison.Ordinal);
        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task Points_of_several_sweeps_are_wrong_usage()
    {
        using var several = new SweepTree("One", "Two");

        Assert.Equal(2, (await Tool.Run(sweep.Time, ["rerun", several.Path, "--points", "1"])).Code);
    }

    /// <summary>
    /// Whatever was done before it died: the same again puts the points back, no result is lost, and none stands beside old checkpoints.
    /// </summary>
    [Fact]
    public async Task Ended_at_any_operation_it_can_be_repeated()
    {
        for (var operations = 0; ; operations++)
        {
            using var other = new SweepOnDisk().WithFourPoints();
            Fail(other, 1);
            Finish(other, 2);
            var hasEnded = await Ended(other, operations);

            var time = new HastyTime(SweepOnDisk.Start);
            var again = await Tool.Run(time, ["rerun", other.FullPath(""), "--points", "1,2"]);

            Assert.True(again.Code == 0, $"{operations}: {again.Error}");
            Assert.Equal(["ini/0_to_run", "ini/1_to_run", "ini/2_to_run", "ini/3_to_run"], StatesOf(other));
            Assert.Single(other.Files(), file => file.EndsWith("/results/2.json", StringComparison.Ordinal));
            Assert.DoesNotContain(other.Files(), file => file.StartsWith("checkpoints/", StringComparison.Ordinal) || file.StartsWith("results/", StringComparison.Ordinal) || file.StartsWith("attempts/", StringComparison.Ordinal));
            if (hasEnded)
                continue;
            Assert.InRange(operations, 15, 40);
            Assert.Equal(TimeSpan.Zero, time.Elapsed);
            return;
        }
    }

    private static async Task<bool> Ended(SweepOnDisk sweep, int operations)
    {
        var manifest = await Protocol.ManifestReader.ReadNewest(sweep.Files);
        var dying = new SweepRerun(new FewOperations(sweep.Files, operations), manifest!, WorkerProcess.Identify(), new SweepOptions(), sweep.Time);
        try
        {
            await dying.Prepare();
            return (await dying.Run([1, 2])).Any(point => point.Outcome == RerunOutcome.Refused);
        }
        catch (Exception e) when (e is SharedDirectoryException or SweepDirectoryException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0.5")]
    [InlineData("0,5")]
    [InlineData(" ")]
    public async Task A_lease_that_workers_refuse_is_wrong_usage_and_nothing_is_moved(string value)
    {
        var before = sweep.Files();

        var rerun = await Tool.Run(sweep.Time, ["rerun", sweep.FullPath(""), "--failed"], null, ("MULTIRUNNER_LEASE", value));

        Assert.Equal(
            (2, "", $"The environment variable MULTIRUNNER_LEASE must be a number of seconds from 1 to 86400, but it is '{value}'. Correct it, or leave it out for the default.\n"),
            (rerun.Code, rerun.Out, rerun.Error));
        Assert.Equal(before, sweep.Files());
    }

    [Theory]
    [InlineData("90.5")]
    [InlineData("")]
    public async Task A_lease_that_workers_take_or_that_is_empty_is_right(string value) =>
        Assert.Equal(0, (await Tool.Run(sweep.Time, ["rerun", sweep.FullPath(""), "--failed"], null, ("MULTIRUNNER_LEASE", value))).Code);

    private Task<ToolResult> Run(params string[] selection) => Tool.Run(sweep.Time, ["rerun", sweep.FullPath(""), .. selection]);

    private async Task<(int Code, string Out, string Error)> Verify()
    {
        var verify = await Tool.Run(new HastyTime(SweepOnDisk.Start), ["verify", sweep.FullPath("")]);
        return (verify.Code, verify.Out, verify.Error);
    }

    private string Archive() => $"archive/{Path.GetFileName(Assert.Single(Directory.GetDirectories(sweep.FullPath("archive"))))}";

    private string[] States() => StatesOf(sweep);

    private static string[] StatesOf(SweepOnDisk sweep) => [.. sweep.Files().Where(file => file.StartsWith("ini/", StringComparison.Ordinal) && file.Contains('_', StringComparison.Ordinal))];

    private static string[] AttemptsOf(int point) => [.. Enumerable.Range(1, 3).Select(k => $"attempts/{point}.{Worker}.{k}.json")];

    private static void Fail(SweepOnDisk sweep, int point)
    {
        sweep.Move(point, PointState.Failed);
        for (var k = 1; k <= 3; k++)
            sweep.Error(point, Worker, k, "System.InvalidOperationException", "No good.");
        sweep.Put($"checkpoints/{point}/epoch", "7"u8);
    }

    private static void Finish(SweepOnDisk sweep, int point)
    {
        sweep.Finish(point, Worker, 2, ("result", 1));
        sweep.Error(point, Worker, 1, "System.InvalidOperationException", "Out of luck.");
        sweep.Put($"checkpoints/{point}/epoch", "7"u8);
        sweep.Put($"artifacts/{point}/model", "weights"u8);
    }

    private static PointResult Result(int point, string build, int hour) => new()
    {
        Point = point,
        Arguments = new CanonicalJson("{}"),
        Metrics = new() { ["result"] = point },
        Worker = Worker,
        Host = "node-a",
        Attempt = 1,
        Started = SweepOnDisk.Start.AddHours(hour),
        Seconds = 1,
        Assembly = new AssemblyStamp("Samples", "1.0.0.0", build),
    };
}
