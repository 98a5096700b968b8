using MultiRunner.Cli.Running;
using MultiRunner.Reports.Model;
using Spectre.Console;

namespace MultiRunner.Cli.Tests.Running;

public sealed class DisplayTests
{
    private static readonly SweepStatus Half = new("A.B.C", "/sweeps/A.B.C", SweepOnDisk.Start, new PointCounts(10, 4, 1, 2, 3, 0), Grid: null, OlderPoints: null, 6, 50, [], []);

    private static readonly RunView View = new(
        [new RunView.Worker(1, "running", [3, 4], 4, 0, 0), new RunView.Worker(2, "starting", [], 0, 1, 2)],
        [Half, Half with { SecondsLeft = 10 }]);

    [Fact]
    public void On_a_terminal_each_worker_has_a_line()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output) });

        console.Write(TerminalDisplay.Render(View));

        Assert.Equal(
            [
                "worker  state     at point  finished  errors  restarts",
                "1       running   3, 4      4         0       0",
                "2       starting            0         1       2",
                "8 of 20 points finished, 2 failed, 4 running, about 1 min 0 s left",
            ],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
    }

    [Fact]
    public async Task Elsewhere_there_is_a_line_for_what_changes_and_one_for_the_progress_now_and_then()
    {
        using var output = new StringWriter();
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(SweepOnDisk.Start);

        await new PlainDisplay(output, time).During(show =>
        {
            show(new RunView([new RunView.Worker(1, "starting", [], 0, 0, 0)], []));
            show(new RunView([new RunView.Worker(1, "running", [], 0, 0, 0)], [Half]));
            time.Advance(TimeSpan.FromSeconds(29));
            show(new RunView([new RunView.Worker(1, "running", [], 1, 0, 0)], [Half]));
            time.Advance(TimeSpan.FromSeconds(1));
            show(new RunView([new RunView.Worker(1, "starting", [], 1, 0, 1, RunEnd.Crashed)], [Half with { SecondsLeft = null }]));
            show(new RunView([new RunView.Worker(1, "starting", [], 1, 0, 2, RunEnd.Stopped)], []));
            return Task.CompletedTask;
        });

        Assert.Equal(
            [
                "2026-03-14 09:00:00 worker 1: starting",
                "2026-03-14 09:00:00 worker 1: running",
                "2026-03-14 09:00:00 4 of 10 points finished, 1 failed, 2 running, about 50.0 s left",
                "2026-03-14 09:00:30 worker 1: crashed, started again (1): starting",
                "2026-03-14 09:00:30 4 of 10 points finished, 1 failed, 2 running, time left not known yet",
                "2026-03-14 09:00:30 worker 1: stopped with points left, started again (2): starting",
            ],
            output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd()));
    }
}
