using System.Text.Json;
using MultiRunner.Format;

namespace MultiRunner.Cli.Tests.Commands;

public sealed class StatusCommandTests : IDisposable
{
    private const string Here = "node-a-4711-3fa2";
    private const string Elsewhere = "node-b-17-09bc";

    private readonly SweepOnDisk sweep = new SweepOnDisk().WithFourPoints();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task States_workers_rate_and_time_left_are_shown()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        sweep.Move(1, PointState.Running, Here);
        sweep.Alive(Here);
        sweep.Worker(Elsewhere, finished: 1, errors: 0, busySeconds: 2);

        var status = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);

        // 6 points in 2 min 55 s by the worker's own clock. Two points that are likely to take 2 s each wait, and the one that runs
        // has taken 6 s, which is longer than was to be expected.
        Assert.Equal(
            """
            Samples.Training.Train: 4 points: 2 to run, 1 running, 1 finished, 0 failed
              1 live worker, 2.1 points a minute, about 4.6 s left
              node-a-4711-3fa2: running at point 1, 6 finished, 0 errors, last seen 5.0 s ago
              1 worker exited

            """,
            status.Out);
        Assert.Equal((0, ""), (status.Code, status.Error));
    }

    [Fact]
    public async Task Versions_of_a_sweep_are_shown_by_name()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        using var root = new VersionedRoot(sweep);

        var text = await Tool.Run(sweep.Time, ["status", root.Path]);
        var report = await Tool.Run(sweep.Time, ["report", root.Path]);

        Assert.Equal(
            [
                "Samples.Training.Train: 4 points: 3 to run, 0 running, 1 finished, 0 failed",
                "Samples.Training.Train (version 2): 4 points: 3 to run, 0 running, 1 finished, 0 failed",
            ],
            text.Out.Split('\n').Where(line => line.StartsWith('S')));
        Assert.Contains("Samples.Training.Train: 1 of 4 points finished", report.Out, StringComparison.Ordinal);
        Assert.Contains("Samples.Training.Train (version 2): 1 of 4 points finished", report.Out, StringComparison.Ordinal);
        Assert.StartsWith("# Samples.Training.Train (version 2)", root.Report("Samples.Training.Train@2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_of_older_code_are_left_out_and_counted()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        sweep.Move(1, PointState.Failed);
        sweep.Edit(m => m with { Current = [0] });

        var text = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);
        var json = await Tool.Run(sweep.Time, ["status", "--json", sweep.FullPath("")]);

        Assert.Equal("Samples.Training.Train: 1 point: 0 to run, 0 running, 1 finished, 0 failed\n  3 points of older code are kept and not shown.\n", text.Out);
        Assert.Equal(3, JsonDocument.Parse(json.Out).RootElement.GetProperty("sweeps")[0].GetProperty("olderPoints").GetInt32());
    }

    [Fact]
    public async Task Points_that_skipped_themselves_are_a_state_of_their_own()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        for (var point = 0; point < 3; point++)
            sweep.Skip(point, Here, "there is no GPU here");

        var text = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);
        var json = await Tool.Run(sweep.Time, ["status", "--json", sweep.FullPath("")]);
        var filtered = await Tool.Run(sweep.Time, ["status", sweep.FullPath(""), "--where", "state = skipped"]);

        Assert.StartsWith("Samples.Training.Train: 4 points: 1 to run, 0 running, 1 finished, 0 failed, 2 skipped\n", text.Out, StringComparison.Ordinal);
        var counts = JsonDocument.Parse(json.Out).RootElement.GetProperty("sweeps")[0].GetProperty("counts");
        Assert.Equal((1, 2), (counts.GetProperty("toRun").GetInt32(), counts.GetProperty("skipped").GetInt32()));
        Assert.Equal("Samples.Training.Train: 2 points: 0 to run, 0 running, 0 finished, 0 failed, 2 skipped\n", filtered.Out);
    }

    [Fact]
    public async Task Points_that_skipped_themselves_are_to_run_while_another_host_works_on_them()
    {
        for (var point = 1; point < 4; point++)
            sweep.Skip(point, Here, "there is no GPU here");
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        sweep.Worker(Here, 0, 0, 1);
        sweep.Worker(Elsewhere, 1, 0, 2, WorkerStates.Running);

        var text = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);
        var filtered = await Tool.Run(sweep.Time, ["status", sweep.FullPath(""), "--where", "state = skipped"]);

        // One point took 2 s, and 3 points are left.
        Assert.StartsWith(
            "Samples.Training.Train: 4 points: 3 to run, 0 running, 1 finished, 0 failed\n  1 live worker, 0 points a minute, about 6.0 s left\n",
            text.Out,
            StringComparison.Ordinal);
        Assert.StartsWith("Samples.Training.Train: 0 points: ", filtered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_left_is_that_of_the_points_that_a_running_worker_selected_and_the_others_are_counted()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        sweep.Worker(Elsewhere, 1, 0, 2, WorkerStates.Running);
        sweep.EditWorker(Elsewhere, worker => worker with { Selected = "0-1", Updated = SweepOnDisk.Start.AddMinutes(30) });

        var text = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);
        var json = await Tool.Run(sweep.Time, ["status", "--json", sweep.FullPath("")]);
        var filtered = await Tool.Run(sweep.Time, ["status", sweep.FullPath(""), "--where", "n > 2"]);

        Assert.Equal(
            """
            Samples.Training.Train: 4 points: 3 to run, 0 running, 1 finished, 0 failed
              1 live worker, 0 points a minute, about 2.0 s left
              2 points to run are selected by no running worker
              node-b-17-09bc: running, 1 finished, 0 errors, last seen 0 s ago

            """,
            text.Out);
        Assert.Equal(2, JsonDocument.Parse(json.Out).RootElement.GetProperty("sweeps")[0].GetProperty("unselected").GetInt32());
        Assert.Contains("\n  1 live worker, 0 points a minute, time left not known yet\n  2 points to run are selected by no", filtered.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_points_that_a_filter_means_are_counted()
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        sweep.Finish(1, Elsewhere, 2, ("result", 5));
        sweep.Move(2, PointState.Failed);

        Assert.Equal("Samples.Training.Train: 3 points: 1 to run, 0 running, 1 finished, 1 failed", await Where("n > 1"));
        Assert.Equal("Samples.Training.Train: 1 point: 0 to run, 0 running, 1 finished, 0 failed", await Where("n in (1, 2) and RESULT > 2"));
        Assert.Equal("Samples.Training.Train: 1 point: 0 to run, 0 running, 0 finished, 1 failed", await Where("state = failed"));

        async Task<string> Where(string filter)
        {
            var status = await Tool.Run(sweep.Time, ["status", sweep.FullPath(""), "--where", filter]);
            Assert.Equal((0, ""), (status.Code, status.Error));
            return status.Out.Split('\n')[0];
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("rerun")]
    public async Task A_wrong_filter_is_wrong_usage(string command)
    {
        sweep.Finish(0, Elsewhere, 2, ("result", 1));
        var before = sweep.Files();

        var wrong = await Tool.Run(sweep.Time, [command, sweep.FullPath(""), "--where", "n > 1 and accurracy > 0.5"]);

        Assert.Equal((2, ""), (wrong.Code, wrong.Out));
        Assert.Equal(
            "--where \"n > 1 and accurracy > 0.5\" for Samples.Training.Train: A filter compares names with values (=, !=, <, <=, >, >=, in), and joins "
            + "comparisons with and, or, not and parentheses, but there is no 'accurracy', which stands at position 11. Names: parameter n; "
            + "metric result; point, state, worker, host, build, seconds, attempt. Example: n = 1 and state = finished\n",
            wrong.Error);
        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task A_worker_of_this_machine_that_is_gone_is_lost_and_one_that_others_buried_too()
    {
        sweep.Gone(Here);
        sweep.Worker(Elsewhere, 1, 0, 2, WorkerStates.Running);
        sweep.Crash(2, Elsewhere, Here);

        var status = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);

        Assert.Contains($"{Here}: lost", status.Out, StringComparison.Ordinal);
        Assert.Contains($"{Elsewhere}: lost", status.Out, StringComparison.Ordinal);
        Assert.Contains("0 live workers, rate not known yet", status.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_was_not_heard_of_for_seven_beats_is_silent()
    {
        sweep.Worker(Elsewhere, 1, 0, 2, WorkerStates.Running);
        sweep.Time.Advance(TimeSpan.FromSeconds(11));

        var status = await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);

        Assert.Contains($"{Elsewhere}: running, 1 finished, 0 errors, last seen 1 min 11 s ago, silent", status.Out, StringComparison.Ordinal);
        Assert.Contains("0 live workers", status.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_stable()
    {
        sweep.Move(1, PointState.Running, Here);
        sweep.Alive(Here);

        var status = await Tool.Run(sweep.Time, ["status", "--json", sweep.FullPath("")]);

        var host = JsonSerializer.Serialize(Environment.MachineName);
        Assert.Equal(
            $$"""
            {
              "sweeps": [
                {
                  "sweep": "Samples.Training.Train",
                  "directory": {{JsonSerializer.Serialize(Path.TrimEndingDirectorySeparator(sweep.FullPath("")))}},
                  "read": "2026-03-14T09:30:00+00:00",
                  "counts": {
                    "total": 4,
                    "finished": 0,
                    "failed": 0,
                    "running": 1,
                    "toRun": 3,
                    "skipped": 0
                  },
                  "pointsPerMinute": 2.057,
                  "workers": [
                    {
                      "id": "node-a-4711-3fa2",
                      "host": {{host}},
                      "state": "running",
                      "silent": false,
                      "running": [
                        1
                      ],
                      "finished": 6,
                      "errors": 0,
                      "started": "2026-03-14T09:27:00+00:00",
                      "lastSeen": "2026-03-14T09:29:55+00:00",
                      "live": true
                    }
                  ],
                  "warnings": []
                }
              ],
              "format": 1
            }

            """,
            status.Out);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        var before = sweep.Files();

        await Tool.Run(sweep.Time, ["status", sweep.FullPath("")]);

        Assert.Equal(before, sweep.Files());
    }

    [Fact]
    public async Task A_root_or_a_directory_above_sweeps_stands_for_every_sweep_in_it()
    {
        using var above = new SweepTree("a/tests/sweeps/One", "b/sweeps/Two", "b/bin/sweeps/Three", ".git/sweeps/Four", "b/sweeps/Two/artifacts/0/sweeps/Five");

        var all = await Tool.Run(sweep.Time, ["status", above.Path]);
        var one = await Tool.Run(sweep.Time, ["status"], Path.Combine(above.Path, "b"));
        var root = await Tool.Run(sweep.Time, ["status"], null, ("MULTIRUNNER_ROOT", Path.Combine(above.Path, "a/tests/sweeps")));

        Assert.Equal(["One", "Two"], all.Out.Split('\n').Where(line => line.Contains("points:", StringComparison.Ordinal)).Select(line => line.Split(':')[0]));
        Assert.StartsWith("Two:", one.Out, StringComparison.Ordinal);
        Assert.StartsWith("One:", root.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "/no/such/directory")]
    [InlineData("status", "--no-such-option")]
    [InlineData("status", "one", "two")]
    [InlineData("no-such-command")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments)
    {
        var result = await Tool.Run(sweep.Time, arguments);

        Assert.Equal(2, result.Code);
        Assert.NotEqual("", result.Error);
        Assert.Equal("", result.Out);
    }

    [Theory]
    [InlineData("sweeps", "A relative root starts at the directory of the test project, which this command does not know, but MULTIRUNNER_ROOT is 'sweeps'. Give PATH, or set MULTIRUNNER_ROOT to an absolute path.")]
    [InlineData("~/sweeps", "The root of sweeps is the path of a directory, but MULTIRUNNER_ROOT is '~/sweeps', and only a shell takes '~' for a home directory. Write that directory in full, or './~/sweeps' for that name.")]
    public async Task A_root_that_workers_would_take_otherwise_is_wrong_usage(string root, string message)
    {
        using var above = new SweepTree("sweeps/One", "~/sweeps/Two");

        Assert.Equal(new ToolResult(2, "", message + Environment.NewLine), await Tool.Run(sweep.Time, ["status"], above.Path, ("MULTIRUNNER_ROOT", root)));
        Assert.Equal(0, (await Tool.Run(sweep.Time, ["status", "sweeps"], above.Path, ("MULTIRUNNER_ROOT", root))).Code);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("report")]
    [InlineData("rerun")]
    [InlineData("clean")]
    [InlineData("verify")]
    public async Task Help_says_what_the_exit_codes_mean(string command)
    {
        var help = await Tool.Run(sweep.Time, [command, "--help"]);

        Assert.Equal((0, ""), (help.Code, help.Error));
        Assert.Contains("Exit codes: 0", help.Out, StringComparison.Ordinal);
        Assert.Contains("MULTIRUNNER_ROOT", help.Out, StringComparison.Ordinal);
    }
}
