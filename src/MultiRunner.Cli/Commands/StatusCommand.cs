using System.CommandLine;
using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner status</c>.</summary>
internal static class StatusCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner status", "Shows every sweep in the folders 'sweeps' below the current directory."),
        new("multirunner status MyTests/sweeps/MyTests.Training.Train", "Shows one sweep."),
        new("multirunner status --where \"layers > 1 and state = failed\"", "Counts the failed points with more than one layer."),
        new("multirunner status --json", "Prints the same as JSON, for scripts."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var json = CommonOptions.Json("Print JSON: the property 'sweeps' lists each sweep.");
        var where = CommonOptions.Where("Count only the points that match this filter.");
        const string Summary = "Shows the states of the points, the workers, the rate and the time left of every sweep.";
        var command = new DetailedCommand("status", Summary, Examples, """
            This command only reads. The rate is the number of points that the live workers finish in a minute, each by its own clock.

            A worker is 'lost' when other workers recorded that it died, or when it was a process of this machine and is gone. A worker is
            'silent' when its last heartbeat is older than seven of its heartbeat intervals, which is 70 seconds by default. A heartbeat
            has the time of the worker's clock, and this command compares it with the clock of this machine.

            Exit codes: 0 shown; 1 a sweep cannot be read; 2 wrong usage, or no sweep found.
            """)
        {
            path,
            where,
            json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var me = WorkerProcess.Identify();
            var sweeps = new List<SweepStatus>();
            var code = ExitCodes.Success;
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
            {
                var directory = SweepPath.Open(sweep, context);
                var reader = new SweepStatusReader(directory, sweep, me, context.Time);
                if (parsed.GetValue(where) is { } filter)
                {
                    try
                    {
                        var manifest = await SweepPath.ReadManifest(directory, sweep);
                        sweeps.Add(await reader.ReadSelected(await WherePoints.SelectToShow(filter, directory, manifest, context)));
                    }
                    catch (Exception e) when (SweepPath.IsUnreadable(e))
                    {
                        // The other sweeps are shown nevertheless.
                        await context.Error.WriteLineAsync(Display.Line($"{sweep}: {e.Message}"));
                        code = ExitCodes.Problem;
                    }
                }
                else
                {
                    sweeps.Add(await reader.Read());
                }
            }

            await context.Out.WriteAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new StatusDocument(sweeps), ReportJson.Readable.StatusDocument) + "\n"
                : string.Concat(sweeps.Select(StatusText.Print)));
            return code;
        });
        return command;
    }
}
