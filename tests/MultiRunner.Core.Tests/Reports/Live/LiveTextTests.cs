using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Live;
using MultiRunner.Reports.Model;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Live;

/// <summary>What a terminal shows of a sweep.</summary>
public sealed class LiveTextTests
{
    private static readonly Dictionary<string, string> NoLabels = [];

    private static readonly LiveSweep Half = Sweep(
        new PointCounts(18, 10, 1, 2, 5, 0),
        Worker("node-a-4711-3fa2", 6, new LivePoint(8, Arguments("0.1", "\"relu\""), 12.34, false), new LivePoint(9, Arguments("0.2", "\"tanh\""), 2, true)),
        Worker("node-b-12-00ff", 3),
        Worker("node-c-7-0001", 0) with { Status = Status("node-c-7-0001", WorkerStates.Stopped) with { Reason = "it had 5 errors, and MaxErrors is 5" } });

    [Fact]
    public void A_wide_screen()
    {
        Assert.Equal(
            """
            Samples.Training.Train
            [###########################xxx>>>>>>..............]  61 %  11 of 18 points
            10 of 18 points finished, 1 failed, 2 running, 5 to run
            2 live workers, 12.5 points a minute, about 3 min 5 s left
            worker            finished  errors  point  for     arguments
            node-a-4711-3fa2         6       1      8  12.3 s  rate = 0.1, activation = relu
                                                    9  2.0 s   duplicate; rate = 0.2, activation = tanh
            node-b-12-00ff           3       1                 waits
            node-c-7-0001            0       1                 stopped: it had 5 errors, and MaxErrors is 5
            1 worker exited, 2 lost: 1 finished, 1 error
            3 failed attempts
              points 3 and 4: InvalidOperationException: no convergence
            Warning: Something is wrong.
            """,
            Screen(100, 40));
    }

    [Fact]
    public void A_narrow_screen_has_no_line_that_the_terminal_would_continue()
    {
        Assert.Equal(
            """
            Samples.Training.Train
            [########x>.....]  61 %  11 of 18 points
            10 of 18 points finished, 1 failed, 2
              running, 5 to run
            2 live workers, 12.5 points a minute,
              about 3 min 5 s left
            worker          done  point  for
            node-a-4711...     6      8  12.3 s
              rate = 0.1, activation = relu
                                      9  2.0 s
              duplicate; rate = 0.2, activation =...
            node-b-12-00ff     3
              waits
            node-c-7-0001      0
              stopped: it had 5 errors, and MaxEr...
            1 worker exited, 2 lost: 1 finished, ...
            3 failed attempts
              points 3 and 4: InvalidOperationExc...
            Warning: Something is wrong.
            """,
            Screen(40, 40));
    }

    [Fact]
    public void A_low_screen_shows_fewer_workers()
    {
        var many = Half with { Workers = [.. Enumerable.Range(1, 50).Select(i => Worker($"node-{i}-1-0001", i))] };

        var lines = LiveText.Screen([many], NoLabels, 100, 24).Select(line => line.Text).ToList();

        Assert.InRange(lines.Count, 1, 24);
        Assert.Contains("and 42 more workers", lines);
        Assert.Contains("Warning: Something is wrong.", lines);
    }

    [Fact]
    public void Several_sweeps_stand_below_each_other_and_one_that_is_complete_shows_no_workers()
    {
        var complete = Half with { Status = Half.Status with { Counts = new PointCounts(4, 4, 0, 0, 0, 0) } };

        var lines = LiveText.Screen([complete, Half], NoLabels, 100, 40).Select(line => line.Text).ToList();

        Assert.Equal(["Samples.Training.Train", "[##################################################] 100 %  4 of 4 points", "4 of 4 points finished, 0 failed", "Warning: Something is wrong.", "", "Samples.Training.Train"], lines.Take(6));
        Assert.Single(lines, line => line.StartsWith("worker ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(71)]
    [InlineData(30)]
    [InlineData(3)]
    [InlineData(1)]
    public void Letters_that_take_two_cells_and_what_a_terminal_would_obey_are_counted_and_escaped(int width)
    {
        var hostile = Half with
        {
            Status = Half.Status with { Sweep = "学習\u001b[2J学習学習学習学習学習学習学習" },
            Failures = [new LiveFailure("E: 日本語日本語日本語日本語日本語日本語\r\n\u202e\a", [1])],
            Workers = [Worker("node", 1, new LivePoint(1, Arguments("\"学\\n習\"", "\"😀😀😀😀\""), 1e9, false))],
        };

        var lines = LiveText.Screen([hostile], NoLabels, width, 40);

        Assert.All(lines, line => Assert.InRange(LiveLine.CellsOf(line.Text), 0, width));
        Assert.All(lines, line => Assert.DoesNotContain(line.Text, c => char.IsControl(c) || c == '\u202e'));
    }

    [Fact]
    public void A_worker_may_have_another_name()
    {
        var lines = LiveText.Screen([Half], new Dictionary<string, string> { ["node-b-12-00ff"] = "worker 1" }, 100, 40).Select(line => line.Text);

        Assert.Contains(lines, line => line.StartsWith("worker 1  ", StringComparison.Ordinal));
    }

    private static string Screen(int width, int height) =>
        string.Join('\n', LiveText.Screen([Half], NoLabels, width, height).Select(line => line.Text));

    private static CanonicalJson?[] Arguments(params string[] texts) => [.. texts.Select(text => (CanonicalJson?)new CanonicalJson(text))];

    private static LiveWorker Worker(string id, int finished, params LivePoint[] running) =>
        new(Status(id, WorkerStates.Running) with { Running = [.. running.Select(point => point.Point)] }, finished, 1, running);

    private static StatusWorker Status(string id, string state) =>
        new(id, "node", state, Silent: false, [], 0, 0, SweepOnDisk.Start, SweepOnDisk.Start, Reason: null);

    private static LiveSweep Sweep(PointCounts counts, params LiveWorker[] workers) => new()
    {
        Status = new SweepStatus(
            "Samples.Training.Train", "/sweeps", SweepOnDisk.Start, counts, null, null, null, 12.5, 185, [.. workers.Take(2).Select(w => w.Status)], ["Something is wrong."]),
        HasPoints = true,
        Parameters = ["rate", "activation"],
        Workers = workers,
        Former = new FormerWorkers(1, 2, 1, 1),
        FailedAttempts = 3,
        Failures = [new LiveFailure("InvalidOperationException: no convergence", [3, 4])],
    };
}
