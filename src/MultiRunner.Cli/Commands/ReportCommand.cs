using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner report</c>.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var json = CommonOptions.Json("Print the JSON report instead of the text report, one document for each sweep.");
        var command = new DetailedCommand("report", "Writes and prints the report of every sweep.", $"""
            The report is made anew from all results. It goes to the folder '{SweepLayout.Report}' of the sweep, where workers write it,
            too, and to standard output. It covers the points of the newest code that joined the sweep, with the parameters and the
            objective of that code, and names the number of points of older code. A report that cannot be written is still printed.

            Exit codes: 0 printed, 2 wrong usage or no sweep found.
            """)
        {
            path,
            json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var me = WorkerProcess.Identify();
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
            {
                var options = new ReadingOptions { SizeOf = directory => CheckpointSize.Of(Path.Combine(sweep, directory)) };
                var written = await new ReportWriter(SweepPath.Open(sweep, context), me.Id, context.Time, options).WriteAnew();
                if (written.Problem is { } problem)
                    await context.Error.WriteLineAsync($"{sweep}: {problem}");
                await context.Out.WriteAsync(parsed.GetValue(json) ? JsonReport.Print(written.Report) : written.Text + "\n");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
