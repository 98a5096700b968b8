using System.CommandLine;
using System.CommandLine.Parsing;
using MultiRunner.Cli.Exporting;
using MultiRunner.Reports.Exporting;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner export</c>.</summary>
internal static class ExportCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner export --format junit --output results.xml", "Writes all points of all sweeps as test results for a CI server."),
        new("multirunner export --format trx --output results.trx sweeps/MyTests.Training.Train", "Writes one sweep for Visual Studio."),
        new("multirunner export --format csv sweeps/MyTests.Training.Train", "Prints one sweep as a table for a spreadsheet."),
        new("multirunner export --format json --output reports/", "Writes a file for each sweep to a directory."),
        new("multirunner export --format ctrf --where \"state = failed\"", "Prints the failed points as CTRF."),
    ];

    private static readonly string Formats = string.Join(", ", ExportFormat.All.Select(format => format.Name));

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var format = Format();
        var output = new Option<string?>("--output")
        {
            Description = "The file to write. A directory, or a name that ends with a slash, gets a file in it. Default: standard output.",
            HelpName = "FILE_OR_DIRECTORY",
        };
        var where = CommonOptions.Where("Export only the points that match this filter.");
        const string Summary = "Writes sweeps in a format of other programs: test results and tables.";
        var command = new DetailedCommand("export", Summary, Examples, """
            Each point is exported once, in its final state, whichever workers tried it: with its duration, worker, metrics and error.

            trx, junit and ctrf are test results. One document holds all sweeps. A point that waits, runs or skipped itself is a test that
            was not run. The failed attempts at a point that finished are kept where the format has a place for them.

            csv and json are report.csv and report.json. Each sweep is a document of its own, so several sweeps need a directory as
            --output, where each file has the name of its sweep directory.

            Exit codes: 0 exported, whatever state the points are in; 1 a file that cannot be written; 2 wrong usage, or no sweep found.
            """)
        {
            path,
            format,
            output,
            where,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is null)
                result.AddError($"--format says in which format sweeps are exported, but it is missing. Give one of {Formats}.");
            if (result.GetValue(output) is "")
            {
                result.AddError(
                    "--output is the path of a file or of a directory, but it is empty. Give one, or leave it out for standard output.");
            }
        });
        command.SetAction(async (parsed, _) =>
        {
            var request = new ReportRequest { Where = parsed.GetValue(where) };
            var paths = SweepPath.Resolve(parsed.GetValue(path), context);
            var export = new Export(parsed.GetValue(format)!, parsed.GetValue(output), context);
            try
            {
                return await export.Run(paths, request);
            }
            catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not SharedDirectoryException)
            {
                await context.Error.WriteLineAsync(Display.Line($"The export could not be written: {e.Message}"));
                return ExitCodes.Problem;
            }
        });
        return command;
    }

    private static Option<ExportFormat?> Format()
    {
        var format = new Option<ExportFormat?>("--format")
        {
            Description = $"The format: one of {Formats}.",
            HelpName = "FORMAT",
            CustomParser = Parse,
        };
        format.CompletionSources.Add([.. ExportFormat.All.Select(each => each.Name)]);
        return format;
    }

    private static ExportFormat? Parse(ArgumentResult result)
    {
        var name = result.Tokens is [var token] ? token.Value : "";
        if (ExportFormat.Find(name) is { } format)
            return format;
        var hint = Spelling.Hint(name, ExportFormat.All.Select(each => each.Name));
        result.AddError($"--format takes one of {Formats}, but it is '{Display.Line(name)}'. Give one of them.{hint}");
        return null;
    }
}
