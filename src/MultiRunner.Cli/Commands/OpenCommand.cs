using System.CommandLine;
using MultiRunner.Cli.Live;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Page;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner open</c>.</summary>
internal static class OpenCommand
{
    private const int MostPages = 5;

    private static readonly Example[] Examples =
    [
        new("multirunner open", "Opens the page of every sweep in the folders 'sweeps' below the current directory."),
        new("multirunner open sweeps/MyTests.Training.Train", "Opens the page of one sweep."),
        new("multirunner open --print", "Prints where the pages are, and opens none."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var print = new Option<bool>("--print") { Description = "Print only the path of each page." };
        const string Summary = "Opens the page of every sweep in the browser, or prints its path where there is none.";
        var command = new DetailedCommand("open", Summary, Examples, $"""
            The page is '{SweepLayout.HtmlReport}' in the sweep directory. If it is missing, or older than what is in the directory, the
            report is first made again from all results. In a directory that cannot be written, such a page is written to a temporary
            file; its links to artifacts then lead nowhere.

            The environment variable BROWSER may name the browser, or several to try, as for other programs. Without it the page is opened
            with 'xdg-open', 'open' or what Windows has. Without a screen the path is printed.

            At most {Display.Number(MostPages)} pages are opened. Of more sweeps all paths are printed and none is opened.

            Exit codes: 0 opened or printed; 1 a page could not be made; 2 wrong usage, or no sweep found.
            """)
        {
            path,
            print,
        };
        command.SetAction(async (parsed, _) =>
        {
            var sweeps = SweepPath.Resolve(parsed.GetValue(path), context);
            var isToOpen = !parsed.GetValue(print) && sweeps.Count <= MostPages;
            if (!parsed.GetValue(print) && !isToOpen)
            {
                await context.Error.WriteLineAsync(
                    $"At most {Display.Number(MostPages)} pages are opened, but there are {Display.Number(sweeps.Count)} sweeps. Give the "
                    + "PATH of one of them.");
            }

            foreach (var sweep in sweeps)
            {
                var page = await PageOf(sweep, context);
                if (!isToOpen || !TryOpen(page, context))
                    await context.Out.WriteLineAsync(page);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static bool TryOpen(string page, CliContext context) => Browser.Commands(page, context.Variable).Any(context.Start);

    /// <summary>The full path of a page that tells of the sweep as it is.</summary>
    private static async Task<string> PageOf(string sweep, CliContext context)
    {
        var directory = SweepPath.Open(sweep, context);
        var page = SweepLayout.In(sweep, SweepLayout.HtmlReport);
        var writer = new ReportWriter(directory, WorkerProcess.Identify().Id, context.Time);
        var written = (await writer.Write()).Made;

        // The other files of the report may be as they should be, and then nothing was written.
        if (written?.Problem is null && !File.Exists(page))
            written = await writer.WriteAnew();
        if (written?.Problem is null)
            return page;
        var folder = Directory.CreateTempSubdirectory("multirunner-page-").FullName;
        var copy = Path.Combine(folder, $"{Path.GetFileName(sweep)}.html");
        await using (var file = File.Create(copy))
            HtmlReport.Write(written.Report, file);
        await context.Error.WriteLineAsync($"{sweep}: {Display.Line(written.Problem)} It was written to '{copy}'.");
        return copy;
    }
}
