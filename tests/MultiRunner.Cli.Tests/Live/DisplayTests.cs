using Microsoft.Extensions.Time.Testing;
using MultiRunner.Cli.Live;
using MultiRunner.Cli.Running;
using MultiRunner.Reports.Live;
using MultiRunner.Reports.Model;
using Spectre.Console;

namespace MultiRunner.Cli.Tests.Live;

public sealed class DisplayTests
{
    private static readonly LiveView View = new(
        [new LiveView.Worker(1, "running", ["node-a-1-0001"], 0), new LiveView.Worker(2, "starting", [], 2)],
        [Sweep("A.B.C", 4, worker: "node-a-1-0001"), Sweep("A.B.D", 0)]);

    [Fact]
    public void On_a_terminal_a_run_shows_its_workers_and_each_sweep()
    {
        Assert.Equal(
            [
                "2 workers here: 1 running, 1 starting; 2 restarts",
                "A.B.C",
                "[####################xxxxx.........................]  50 %  5 of 10 points",
                "4 of 10 points finished, 1 failed, 0 running, 5 to run",
                "1 live worker, 6 points a minute, about 50.0 s left",
                "worker    finished  errors  point  for  arguments",
                "worker 1         4       0              waits",
                "",
                "A.B.D",
                "[xxxxx.............................................]  10 %  1 of 10 points",
                "0 of 10 points finished, 1 failed, 0 running, 9 to run",
                "0 live workers, 6 points a minute, about 50.0 s left",
            ],
            Draw(View, 100, 40));
    }

    [Theory]
    [InlineData(40, 20)]
    [InlineData(20, 10)]
    [InlineData(1, 1)]
    public void No_line_is_wider_than_the_terminal(int width, int height)
    {
        var lines = Draw(View, width, height);

        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public async Task Without_a_terminal_each_sweep_has_lines_of_its_own_that_become_less_frequent_and_a_last_one()
    {
        var lines = await Plain(interval: null, async (show, time) =>
        {
            for (var second = 0; second <= 300; second++)
            {
                show(new LiveView([], [Sweep("A", second / 30), Sweep("B", 9)]));
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        });

        // B is complete from the start. Nothing is repeated that has not changed.
        Assert.Equal("09:00:00 B: 9 of 10 points finished, 1 failed", Assert.Single(lines, line => line.Contains(" B: ", StringComparison.Ordinal)));
        Assert.Equal(
            [
                "09:00:00 A: 0 of 10 points finished, 1 failed, 0 running, 9 to run, about 50.0 s left",
                "09:00:40 A: 1 of 10 points finished, 1 failed, 0 running, 8 to run, about 50.0 s left",
                "09:01:20 A: 2 of 10 points finished, 1 failed, 0 running, 7 to run, about 50.0 s left",
                "09:02:20 A: 4 of 10 points finished, 1 failed, 0 running, 5 to run, about 50.0 s left",
                "09:03:20 A: 6 of 10 points finished, 1 failed, 0 running, 3 to run, about 50.0 s left",
                "09:04:20 A: 8 of 10 points finished, 1 failed, 0 running, 1 to run, about 50.0 s left",
                "09:04:30 A: 9 of 10 points finished, 1 failed",
            ],
            lines.Where(line => line.Contains(" A: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_terminal_there_is_a_line_for_each_change_of_a_worker_and_for_each_new_failure()
    {
        var failing = Sweep("A", 3) with { FailedAttempts = 2, Failures = [new LiveFailure("E: no\u001b[2J", [3, 4])] };
        var lines = await Plain(TimeSpan.FromSeconds(60), (show, time) =>
        {
            show(new LiveView([new LiveView.Worker(1, "starting", [], 0)], []));
            show(new LiveView([new LiveView.Worker(1, "running", [], 0)], [Sweep("A", 3)]));
            time.Advance(TimeSpan.FromSeconds(1));
            show(new LiveView([new LiveView.Worker(1, "starting", [], 1, RunEnd.Crashed)], [failing]));
            show(new LiveView([new LiveView.Worker(1, "starting", [], 2, RunEnd.Stopped)], [failing]));
            return Task.CompletedTask;
        });

        Assert.Equal(
            [
                "09:00:00 worker 1: starting",
                "09:00:00 worker 1: running",
                "09:00:00 A: 3 of 10 points finished, 1 failed, 0 running, 6 to run, about 50.0 s left",
                "09:00:01 worker 1: crashed, started again (1): starting",
                "09:00:01 A: failed attempt at points 3 and 4: E: no\\u001B[2J",
                "09:00:01 worker 1: stopped with points left, started again (2): starting",
            ],
            lines);
    }

    [Theory]
    [InlineData(true, "xterm", true)]
    [InlineData(true, "dumb", false)]
    [InlineData(false, "xterm", false)]
    public void A_view_that_changes_in_place_needs_a_terminal_that_is_not_dumb(bool isTerminal, string term, bool isInPlace)
    {
        var context = new CliContext(TextWriter.Null, TextWriter.Null, name => name == "TERM" ? term : null, "/", TimeProvider.System, isTerminal);

        Assert.Equal(isInPlace, LiveDisplays.Choose(TextWriter.Null, isTerminal, context) is TerminalDisplay);
    }

    private static LiveSweep Sweep(string name, int finished, string? worker = null)
    {
        var counts = new PointCounts(10, finished, 1, 0, 9 - finished, 0);
        List<StatusWorker> workers = worker is null
            ? []
            : [new StatusWorker(worker, "node-a", "running", Silent: false, [], finished, 0, SweepOnDisk.Start, SweepOnDisk.Start, Reason: null)];
        return new LiveSweep
        {
            Status = new SweepStatus(name, $"/sweeps/{name}", SweepOnDisk.Start, counts, Unselected: null, Grid: null, OlderPoints: null, 6, 50, workers, []),
            HasPoints = true,
            Former = new FormerWorkers(0, 0, 0, 0),
            Workers = workers.ConvertAll(w => new LiveWorker(w, finished, 0, [])),
        };
    }

    private static IEnumerable<string> Draw(LiveView view, int width, int height)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(TerminalDisplay.Render(view, width, height));
        return output.ToString().TrimEnd().Split('\n').Select(line => line.TrimEnd());
    }

    private static async Task<IReadOnlyList<string>> Plain(TimeSpan? interval, Func<Action<LiveView>, FakeTimeProvider, Task> run)
    {
        using var output = new StringWriter();
        var time = new FakeTimeProvider(SweepOnDisk.Start);
        await new PlainDisplay(output, time, interval).During(show => run(show, time));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line["2026-03-14 ".Length..].TrimEnd())];
    }
}
