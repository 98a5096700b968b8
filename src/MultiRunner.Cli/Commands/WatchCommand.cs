using System.CommandLine;
using MultiRunner.Cli.Live;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner watch</c>.</summary>
internal static class WatchCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // What the shell says of a program that writes to a pipe that nobody reads: 128 and the number of SIGPIPE.
    private const int BrokenPipe = 141;

    private static readonly Example[] Examples =
    [
        new("multirunner watch", "Watches every sweep in the folders 'sweeps' below the current directory."),
        new("multirunner watch sweeps/MyTests.Training.Train --interval 10", "Watches one sweep, with a look every ten seconds."),
        new("multirunner watch --where \"layers > 1\"", "Watches the points with more than one layer."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var where = CommonOptions.Where("Watch only the points that match this filter.");
        var interval = SecondsOption.Create(
            "--interval", "How long it is from one look to the next. Default: 1.", least: 0.1, most: 86_400);
        const string Summary = "Shows every sweep again and again until it is complete: progress, time left, best, workers, failures.";
        var command = new DetailedCommand("watch", Summary, Examples, $"""
            This command only reads. It may be used on any machine that can read the directory, and needs no workers on this one. A look
            that takes long is followed by a longer pause, so that looks take a tenth of the time at most.

            The time left is estimated from how long points with the same arguments took. It is for the points that the workers that run
            have selected. How many points a worker finished is counted by the results. A look reads 256 results at most, and says how many
            are still to be read.

            In the bar '#' stands for finished, 'x' for failed, '-' for skipped and '>' for running points. Without a terminal, or where
            TERM is 'dumb', it prints lines: often at first, later once a minute, or every --interval. NO_COLOR turns colours off.

            It ends when every point is finished, failed or skipped. If PATH is not itself a sweep, it waits
            {Display.Seconds(Watcher.Patience.TotalSeconds)} longer for another sweep to appear.

            Exit codes: 0 complete, and no point failed; 1 complete, and points failed; 2 wrong usage, or no sweep found; 130 ended by
            Ctrl-C, 143 by SIGTERM; 141 nobody reads the output any more.
            """)
        {
            path,
            where,
            interval,
        };
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new Signals();
            var given = parsed.GetValue(interval);
            var display = LiveDisplays.Choose(context.Out, context.IsOutTerminal, context, given);
            var watcher = new Watcher(parsed.GetValue(path), parsed.GetValue(where), given ?? Interval, context, display);
            var sweeps = await watcher.Run(signals.Stop);
            if (sweeps is null)
                return signals.Stop.IsCancellationRequested ? signals.ExitCode : BrokenPipe;
            return sweeps.Any(sweep => sweep.Status.Counts.Failed > 0) ? ExitCodes.Problem : ExitCodes.Success;
        });
        return command;
    }
}
