using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Core.Tests.Storage;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Gone = "node-a-4711-3fa2";
    private const string Unknown = "node-b-17-09bc";
    private const string Rerun = "~node-c-12-0b1c";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();
    private readonly HastyTime time = new(SweepOnDisk.Start.AddMinutes(30));

    public VerifyCommandTests()
    {
        Directory.CreateDirectory(sweep.FullPath("artifacts"));
        sweep.Finish(0, Gone, 2, ("result", 1));
        sweep.Gone(Gone);
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task A_sweep_in_good_order_breaks_no_rule()
    {
        var verify = await Verify();

        Assert.Equal((0, ""), (verify.Code, verify.Error));
        Assert.EndsWith("every rule holds\n", verify.Out, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, time.Elapsed);
    }

    [Fact]
    public async Task A_point_without_a_state_file_gets_one_after_two_leases()
    {
        File.Delete(sweep.FullPath("ini/0_finished"));
        File.Delete(sweep.FullPath("ini/2_to_run"));

        await Broken("point 0 has none", "point 2 has none");
        await Repaired("ini/0_finished", "ini/2_to_run");
        Assert.InRange(time.Elapsed.TotalSeconds, 120, 150);
    }

    [Fact]
    public async Task A_finished_point_without_its_result_is_put_back()
    {
        File.Delete(sweep.FullPath("results/0.json"));

        await Broken("'results/0.json' is missing");
        await Repaired("ini/0_to_run");
    }

    [Fact]
    public async Task A_result_that_was_cut_off_before_its_point_was_sealed_is_set_aside()
    {
        sweep.Move(0, PointState.Committed, Gone);
        sweep.Write("results/0.json", "{ \"point\": 0, "u8);

        await Repaired("ini/0_to_run");
        Assert.DoesNotContain("results/0.json", sweep.Files());
    }

    /// <summary>The process that misses a result takes its point in hand, and the file system says that it has not.</summary>
    [Fact]
    public async Task A_lost_reply_does_not_keep_a_repair_from_going_on_with_the_point()
    {
        File.Delete(sweep.FullPath("results/0.json"));

        var left = await Repair(new LostReply(sweep.Files, "ini/0_finished"));

        Assert.Empty(left);
        Assert.Contains("ini/0_to_run", sweep.Files());
    }

    /// <summary>A worker that adds points moves their state files one by one, which takes minutes when there are many.</summary>
    [Fact]
    public async Task A_new_point_whose_state_file_is_still_in_its_revision_is_not_lost()
    {
        Directory.CreateDirectory(sweep.FullPath("revisions/2"));
        File.Move(sweep.FullPath("ini/2_to_run"), sweep.FullPath("revisions/2/2_to_run"));

        Assert.Equal(0, (await Verify()).Code);
    }

    /// <summary>The results are as many as take a minute to read. A result that is missing has to be looked for more often than that.</summary>
    [Fact]
    public async Task One_repair_is_enough_for_a_sweep_of_many_results()
    {
        File.Delete(sweep.FullPath("results/0.json"));
        sweep.Finish(1, Gone, 2, ("result", 1));

        var left = await Repair(new SlowResult(sweep.Files, "results/1.json", time));

        Assert.Empty(left);
        Assert.Contains("ini/0_to_run", sweep.Files());
    }

    [Fact]
    public async Task A_result_that_was_cut_off_is_set_aside()
    {
        sweep.Write("results/0.json", "{ \"point\": 0, "u8);

        await Broken("'results/0.json' is cut off");
        await Repaired("ini/0_to_run");
        Assert.Contains(sweep.Files(), path => path.StartsWith("results/0.json.~", StringComparison.Ordinal) && path.EndsWith(".corrupt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_that_counts_gets_its_name()
    {
        File.Move(sweep.FullPath("results/0.json"), sweep.FullPath($"results/.0.{Gone}.1"));
        sweep.Move(0, PointState.Committed, Gone);

        await Broken($"the worker of '0_finished.{Gone}.1' ended");
        await Repaired("ini/0_finished", "results/0.json");
    }

    [Fact]
    public async Task A_result_that_counts_and_is_nowhere_is_run_again()
    {
        sweep.Move(2, PointState.Committed, Gone);

        await Broken($"neither 'results/.2.{Gone}.1' nor 'results/2.json' is there");
        await Repaired("ini/2_to_run");
    }

    [Fact]
    public async Task A_point_that_a_dead_worker_holds_is_taken_back_and_the_attempt_counts()
    {
        sweep.Move(2, PointState.Running, Gone);

        await Broken($"the worker of '2_running.{Gone}' is gone");
        await Repaired("ini/2_to_run", $"attempts/2.{Gone}.crash.json");
    }

    [Fact]
    public async Task It_is_failed_when_its_attempts_are_used_up()
    {
        sweep.Move(2, PointState.Running, Gone);

        Assert.Equal(0, (await Verify("--repair", "--max-attempts", "1")).Code);
        Assert.Contains("ini/2_failed", sweep.Files());
    }

    [Fact]
    public async Task A_worker_of_which_nothing_is_known_is_watched_for_a_lease()
    {
        sweep.Move(2, PointState.Running, Unknown);
        Assert.Equal(0, (await Verify()).Code);

        Assert.Equal(0, (await Verify("--repair", "--lease", "600")).Code);

        Assert.Contains("ini/2_to_run", sweep.Files());
        Assert.InRange(time.Elapsed.TotalSeconds, 600, 640);
    }

    /// <summary>It counts as dead after seven of its own intervals, which are longer than a lease.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(600)]
    public async Task A_worker_of_another_machine_that_beats_no_more_loses_its_point_to_one_repair(double lease)
    {
        sweep.Beat(Unknown, 7, lease / 6);
        sweep.Move(2, PointState.Running, Unknown);

        Assert.Equal(0, (await Verify("--repair")).Code);

        Assert.Contains("ini/2_to_run", sweep.Files());
        Assert.Contains($"attempts/2.{Unknown}.crash.json", sweep.Files());
        Assert.InRange(time.Elapsed.TotalSeconds, lease / 6 * 7, (lease / 6 * 7) + 20);
    }

    [Fact]
    public async Task A_worker_of_another_machine_that_beats_no_more_keeps_no_lost_state_file_from_its_point()
    {
        sweep.Beat(Unknown, 7);
        File.Delete(sweep.FullPath("ini/2_to_run"));

        await Repaired("ini/2_to_run");
        Assert.InRange(time.Elapsed.TotalSeconds, 120, 150);
    }

    [Fact]
    public async Task A_point_that_a_rerun_has_in_hand_is_left_alone_for_a_lease_and_then_finished_again()
    {
        sweep.Move(0, PointState.Committed, Rerun);

        Assert.Equal(0, (await Verify()).Code);
        Assert.Equal(0, (await Verify("--repair", "--lease", "600")).Code);

        Assert.Contains("ini/0_finished", sweep.Files());
        Assert.InRange(time.Elapsed.TotalSeconds, 600, 640);
    }

    [Fact]
    public async Task A_point_whose_result_a_rerun_has_moved_is_put_back_after_two_leases()
    {
        sweep.Move(0, PointState.Committed, Rerun);
        File.Delete(sweep.FullPath("results/0.json"));

        Assert.Equal(0, (await Verify("--repair", "--lease", "600")).Code);

        Assert.Contains("ini/0_to_run", sweep.Files());
        Assert.InRange(time.Elapsed.TotalSeconds, 1200, 1240);
    }

    [Fact]
    public async Task What_is_in_the_archive_breaks_no_rule()
    {
        sweep.Put("archive/20260314T093000Z-node-a-4711-3fa2/results/9.json", "cut o"u8);
        sweep.Put("archive/20260314T093000Z-node-a-4711-3fa2/.archive.~node-a-4711-3fa2", ""u8);
        var before = sweep.Files();

        Assert.Equal(0, (await Verify()).Code);
        Assert.Equal(0, (await Verify("--repair")).Code);

        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task A_failed_point_has_attempts()
    {
        sweep.Move(2, PointState.Failed);

        await Broken("there is no 'attempts/2.*'");
        await Remains("multirunner rerun --failed --points 2");
    }

    [Fact]
    public async Task A_point_has_one_state_file()
    {
        sweep.Write("ini/0_to_run", "{}"u8);

        await Broken("point 0 has '0_finished' and '0_to_run'");
        await Remains("point 0 has '0_finished' and '0_to_run'");
    }

    [Fact]
    public async Task A_state_file_has_a_point()
    {
        sweep.Write("ini/4_to_run", "{}"u8);

        await Broken("'4_to_run' belongs to none of its");
    }

    [Theory]
    [InlineData("attempts/2.node-a-4711-3fa2.1.json")]
    [InlineData("workers/node-b-17-09bc.json")]
    public async Task Records_are_whole(string path)
    {
        sweep.Write(path, "{ \"format\": 1, "u8);

        await Broken($"'{path}' cannot be read");
    }

    [Theory]
    [InlineData("{ \"format\": 99 }")]
    [InlineData("{ ")]
    [InlineData("")]
    public async Task Without_a_manifest_that_can_be_read_nothing_is_touched(string manifest)
    {
        if (manifest.Length == 0)
            File.Delete(sweep.FullPath("ini/sweep.json"));
        else
            File.WriteAllText(sweep.FullPath("ini/sweep.json"), manifest);
        var before = sweep.Files();

        await Broken("'ini/sweep.json'");
        await Remains("'ini/sweep.json'");
        Assert.Equal(before, sweep.Files());
    }

    [Theory]
    [InlineData("results/.0.node-a-4711-3fa2.1")]
    [InlineData("artifacts/.0.node-a-4711-3fa2.1/model.bin")]
    [InlineData("artifacts/.2.node-a-4711-3fa2.7/model.bin")]
    [InlineData(".ini-node-a-4711-3fa2/0_to_run")]
    [InlineData("workers/.node-a-4711-3fa2.json.node-a-4711-3fa2")]
    [InlineData("attempts/.2.node-a-4711-3fa2.1.json.node-a-4711-3fa2")]
    [InlineData("ini/.sweep.json.node-a-4711-3fa2")]
    [InlineData("ini/.2_to_run.node-a-4711-3fa2")]
    [InlineData("ini/.extend.node-a-4711-3fa2")]
    [InlineData(".ini-node-b-17-09bc/0_to_run")]
    [InlineData(".revision-node-b-17-09bc/3_to_run")]
    [InlineData(".making-node-a-4711-3fa2/node-a-4711-3fa2.json")]
    [InlineData(".making/node-a-4711-3fa2.json")]
    [InlineData(".making/node-b-17-09bc.json")]
    public async Task Leftovers_of_workers_that_are_gone_are_deleted(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(path))!);
        sweep.Write(path, "{}"u8);

        await Broken("A worker removes its temporary files");
        await Repaired();
        Assert.DoesNotContain(path, sweep.Files());
    }

    /// <summary>Windows says of a directory in which a file is open, or read-only, that it may be deleted later.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_directory_that_cannot_be_deleted_keeps_nothing_else_from_being_repaired(bool isTransient)
    {
        var artifacts = $"artifacts/.2.{Gone}.7";
        Directory.CreateDirectory(sweep.FullPath(artifacts));
        sweep.Write($"workers/.{Gone}.json.{Gone}", "{}"u8);
        sweep.Move(2, PointState.Running, Gone);

        var left = await Repair(new UndeletableDirectory(sweep.Files, isTransient));

        var violation = Assert.Single(left);
        Assert.Equal((ViolationKind.OrphanedFile, artifacts, false), (violation.Kind, violation.Path, violation.IsRepairable));
        Assert.Equal(
            $"A worker removes its temporary files, but the worker of '{artifacts}' is gone, and repair could not delete the files: {UndeletableDirectory.Reason} They are not needed. Their owner can delete them with: chmod -R u+rwX '{artifacts}'; rm -r '{artifacts}'.",
            violation.Message);
        Assert.Contains("ini/2_to_run", sweep.Files());
        Assert.DoesNotContain($"workers/.{Gone}.json.{Gone}", sweep.Files());

        // What cannot change is not watched for a lease.
        Assert.InRange(time.Elapsed.TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task The_files_of_an_attempt_that_is_not_the_candidates_are_deleted_and_those_of_the_candidate_stay()
    {
        foreach (var directory in new[] { $"artifacts/.2.{Gone}.2", $"artifacts/.2.{Gone}.1" })
        {
            Directory.CreateDirectory(sweep.FullPath(directory));
            sweep.Write($"{directory}/model.bin", "{}"u8);
        }

        sweep.Write($"results/.2.{Gone}.2", "{}"u8);

        await Verify("--repair");

        Assert.Contains($"artifacts/.2.{Gone}.2/model.bin", sweep.Files());
        Assert.DoesNotContain($"artifacts/.2.{Gone}.1/model.bin", sweep.Files());
    }

    [Fact]
    public async Task A_candidate_whose_point_is_not_finished_is_never_deleted()
    {
        var artifacts = $"artifacts/.2.{Gone}.2/model.bin";
        Directory.CreateDirectory(Path.GetDirectoryName(sweep.FullPath(artifacts))!);
        sweep.Write(artifacts, "{}"u8);
        sweep.Write($"results/.2.{Gone}.2", "{}"u8);

        await Broken($"'results/.2.{Gone}.2' belongs to {Gone}, which is gone", "stays until its point is finished");
        await Remains("stays until its point is finished");
        Assert.Contains($"results/.2.{Gone}.2", sweep.Files());
        Assert.Contains(artifacts, sweep.Files());
    }

    [Theory]
    [InlineData("results/.0.node-b-17-09bc.1")]
    [InlineData("workers/.node-b-17-09bc.json.node-b-17-09bc")]
    [InlineData("results/.nfs000000000000001200000001")]
    [InlineData("ini/.extend")]
    [InlineData(".DS_Store")]
    [InlineData("results/.0.json.swp")]
    public async Task What_a_live_worker_or_somebody_else_leaves_is_no_leftover(string path)
    {
        sweep.Alive(Unknown);
        sweep.Write(path, "{}"u8);

        Assert.Equal(0, (await Verify("--repair")).Code);
        Assert.Contains(path, sweep.Files());
    }

    [Fact]
    public async Task The_remedy_is_part_of_every_message_and_nothing_is_repaired_unasked()
    {
        File.Delete(sweep.FullPath("results/0.json"));
        var before = sweep.Files();

        var verify = await Verify();

        Assert.Contains("Repair puts the point back to be run.", verify.Error, StringComparison.Ordinal);
        Assert.Equal(before, sweep.Files());
    }

    [Theory]
    [InlineData("MULTIRUNNER_LEASE", "soon", "a number of seconds from 1 to 86400")]
    [InlineData("MULTIRUNNER_LEASE", "0.5", "a number of seconds from 1 to 86400")]
    [InlineData("MULTIRUNNER_MAX_ATTEMPTS", "0.5", "a whole number of at least 1")]
    [InlineData("MULTIRUNNER_MAX_ATTEMPTS", "0", "a whole number of at least 1")]
    public async Task A_setting_that_workers_refuse_is_wrong_usage(string variable, string value, string rule)
    {
        var verify = await Tool.Run(time, ["verify", "--repair", sweep.FullPath("")], null, (variable, value));

        Assert.Equal(2, verify.Code);
        Assert.Equal($"The environment variable {variable} must be {rule}, but it is '{value}'. Correct it, or leave it out for the default.\n", verify.Error);
    }

    [Theory]
    [InlineData("--lease", "0.5", "a number of seconds from 1 to 86400")]
    [InlineData("--max-attempts", "1.5", "a whole number of at least 1")]
    public async Task An_option_has_the_limits_of_the_variable(string option, string value, string rule)
    {
        var verify = await Verify("--repair", option, value);

        Assert.Equal(2, verify.Code);
        Assert.StartsWith($"{option} must be {rule}, but it is '{value}'.", verify.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_name_says_nothing_to_the_terminal()
    {
        sweep.Write("ini/0_running.\u001b[31mred", "{}"u8);

        var verify = await Verify();

        Assert.Contains(@"0_running.\u001B[31mred", verify.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', verify.Error);
    }

    private sealed class LostReply(ISharedDirectory inner, string file) : Detour(inner)
    {
        public override async ValueTask<bool> TryRename(string from, string to) => await Inner.TryRename(from, to) && from != file;
    }

    private sealed class SlowResult(ISharedDirectory inner, string result, HastyTime time) : Detour(inner)
    {
        public override async ValueTask<byte[]?> TryRead(string path)
        {
            if (path == result)
                await Task.Delay(TimeSpan.FromMinutes(1), time);
            return await Inner.TryRead(path);
        }
    }

    private ValueTask<IReadOnlyList<Violation>> Repair(ISharedDirectory directory) =>
        new SweepRepair(directory, WorkerProcess.Identify(), new SweepOptions(), time).Repair(TestContext.Current.CancellationToken);

    private Task<ToolResult> Verify(params string[] options) => Tool.Run(time, ["verify", sweep.FullPath(""), .. options]);

    private async Task Broken(params string[] facts)
    {
        var verify = await Verify();
        Assert.Equal((1, ""), (verify.Code, verify.Out));
        Assert.Equal(facts.Length, verify.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(facts, fact => Assert.Contains(fact, verify.Error, StringComparison.Ordinal));
    }

    private async Task Repaired(params string[] files)
    {
        var verify = await Verify("--repair");
        Assert.Equal((0, ""), (verify.Code, verify.Error));
        Assert.Contains("repaired: ", verify.Out, StringComparison.Ordinal);
        Assert.All(files, file => Assert.Contains(file, sweep.Files()));
    }

    private async Task Remains(string fact)
    {
        var verify = await Verify("--repair");
        Assert.Equal(1, verify.Code);
        Assert.Contains(fact, verify.Error, StringComparison.Ordinal);
    }
}
