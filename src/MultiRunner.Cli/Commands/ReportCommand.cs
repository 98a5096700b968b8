using System.CommandLine;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner report</c>.</summary>
internal static class ReportCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner report", "Prints the report of every sweep in the folders 'sweeps' below the current directory."),
        new("multirunner report --minimize logLoss --top 20", "Ranks by another metric, and shows the best 20."),
        new("multirunner report --where \"activation = Relu\"", "Reports on some points only."),
        new("multirunner report --columns learningRate,accuracy --sort \"seconds desc\"", "Chooses the columns and the order."),
        new("multirunner report --json sweeps/MyTests.Training.Train", "Prints the report of one sweep as JSON."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var json = CommonOptions.Json("Print the report as JSON, one document for each sweep.");
        var options = new ReportOptions();
        var command = new DetailedCommand("report", "Writes and prints the report of every sweep.", Examples, $"""
            The report is made again from all results. It is printed, and it is written to the folder '{SweepLayout.Report}' of the sweep,
            where workers write it, too. A report that cannot be written is still printed.

            The report covers the points of the newest code that joined the sweep, with the parameters and the objective of that code. It
            says how many points of older code there are.

            The options choose what is printed. The files always have all points and the sweep's own objective.

            Exit codes: 0 printed; 1 a sweep cannot be read; 2 wrong usage, no sweep found, or a sweep without a metric or column that was
            asked for.
            """)
        {
            path,
            json,
        };
        options.AddTo(command, json);
        command.SetAction(async (parsed, _) =>
        {
            var me = WorkerProcess.Identify();
            var request = options.Read(parsed);
            var code = ExitCodes.Success;
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
            {
                var directory = SweepPath.Open(sweep, context);
                var reading = new ReadingOptions { SizeOf = folder => CheckpointSize.Of(Path.Combine(sweep, folder)) };
                var written = await new ReportWriter(directory, me.Id, context.Time, reading).WriteAnew();
                if (written.Problem is { } problem)
                    await context.Error.WriteLineAsync($"{sweep}: {problem}");
                try
                {
                    var wanted = await request.At(directory, sweep, context);
                    await context.Out.WriteAsync(Print(written, wanted, parsed.GetValue(json)));
                }
                catch (UsageException e)
                {
                    // The other sweeps may have what this one lacks.
                    await context.Error.WriteLineAsync(e.Message);
                    code = ExitCodes.Usage;
                }
                catch (Exception e) when (SweepPath.IsUnreadable(e))
                {
                    await context.Error.WriteLineAsync(Display.Line($"{sweep}: {e.Message}"));
                    code = Math.Max(code, ExitCodes.Problem);
                }
            }

            return code;
        });
        return command;
    }

    private static string Print(WrittenReport written, ReportRequest request, bool isJson)
    {
        var report = request.Of(written.Report);
        return isJson ? JsonReport.Print(report) : TextReport.Print(report, request.ViewOf(report, written.Report.Objective)) + "\n";
    }
}
