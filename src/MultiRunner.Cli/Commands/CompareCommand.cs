using System.CommandLine;
using System.Text;
using MultiRunner.Cli.Exporting;
using MultiRunner.Filtering;
using MultiRunner.Reports.Comparing;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner compare</c>.</summary>
internal static class CompareCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner compare main/sweeps pull/sweeps", "Compares the sweeps of two checkouts by the objective."),
        new("multirunner compare main/sweeps pull/sweeps --fail-on \"accuracy < -1%\" --fail-on \"seconds > 20%\"",
            "Ends with exit code 1 if any configuration has lost more than 1 % of its accuracy, or takes over 20 % longer."),
        new("multirunner compare main/sweeps pull/sweeps --format markdown --html compare.html",
            "Prints a comment for a pull request, and writes a page."),
        new("multirunner compare --builds 3f2a 77b1 MyTests/sweeps/MyTests.Training.Train", "Compares two builds of one sweep."),
        new("multirunner compare old new --minimize seconds --where \"layers > 1\"", "Compares the time of some points."),
    ];

    public static Command Create(CliContext context)
    {
        var options = new CompareOptions();
        var command = new DetailedCommand("compare", "Says which configurations have become better or worse.", Examples, """
            This command only reads the sweeps. Configurations are the same when they have the same arguments by name, apart from those of
            repeat parameters. A parameter that only one side has is passed over when it has one value.

            A change is beyond noise when the t-test for pairs of equal repeats finds it, or Welch's t-test where the repeats differ, at
            5 % over all configurations (Holm's procedure). The difference of single runs is shown, but nothing is known of their noise.

            --builds compares the last result of each point by one build with that by another one. Results that 'multirunner rerun' has
            moved to the archive are found there.

            A --fail-on condition is met by a configuration whose change is beyond the limit, by more than the noise explains, after the
            same tests. Where the noise is not known the change itself decides. A configuration that had a value before and has none now
            meets every condition on that metric: it fails, is not a number, or its result lacks it or cannot be read. A condition takes
            <, <=, > or >=; % is in parts of the mean before. Configurations that have lost repeats are named, and so are those with points
            that are still to run or running.

            Exit codes: 0 no condition of --fail-on is met; 1 one of them is met; 2 wrong usage, a sweep that cannot be read, two
            different sweeps, an unknown metric, no common configuration, or a condition that is not decided: no configuration has the
            values for it, or one that does not meet it has points that are still to run or running.
            """);
        options.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                return await Compare(options.Read(parsed), context);
            }
            catch (Exception e) when (e is ComparisonException || SweepPath.IsUnreadable(e))
            {
                // Whatever watches for 1 must not take a sweep that cannot be read for a change.
                throw new UsageException(e.Message);
            }
        });
        return command;
    }

    private static async Task<int> Compare(CompareRequest request, CliContext context)
    {
        var (before, after) = await Sides(request, context);
        var comparison = SweepComparison.Of(
            Selected(before, request.Where), Selected(after, request.Where), request.Metric, request.Conditions);
        if (request.Page is { } page)
            WritePage(comparison, page, context);
        await context.Out.WriteAsync(request.Format switch
        {
            CompareFormat.Json => ComparisonJson.Print(comparison),
            CompareFormat.Markdown => MarkdownReport.Print(ComparisonDocument.Of(comparison, isWide: true)),
            _ => TextReport.Print(ComparisonDocument.Of(comparison)),
        });
        if (request.Format != CompareFormat.Text)
        {
            // Standard output goes to a file or to a program then.
            var sentences = new ConditionSentences(comparison);
            foreach (var met in sentences.Met)
                await context.Error.WriteLineAsync($"--fail-on {met}");
            foreach (var doubt in new[] { sentences.Undecided, sentences.FewerRepeats }.OfType<string>())
                await context.Error.WriteLineAsync($"--fail-on: {doubt}");
        }

        if (comparison.Conditions.Any(outcome => outcome.IsMet))
            return ExitCodes.Problem;
        if (comparison.Conditions.FirstOrDefault(outcome => outcome.Judged == 0) is { } unjudged)
        {
            throw new UsageException(
                $"--fail-on judges configurations that have a value on both sides, but for \"{unjudged.Condition}\" there is none. "
                + "Run the points first, or leave the condition out.");
        }

        return comparison.Conditions.FirstOrDefault(outcome => outcome.Undecided > 0) is { } undecided
            ? throw new UsageException(
                "--fail-on judges sweeps whose points have run, but not all points of "
                + $"{Display.Count(undecided.Undecided, "configuration")} have, so that \"{undecided.Condition}\" is not decided. "
                + "Run them first, or judge what has ended alone by --where \"state in (finished, failed)\".")
            : ExitCodes.Success;
    }

    private static async Task<(ComparedSide Before, ComparedSide After)> Sides(CompareRequest request, CliContext context)
    {
        if (request.Builds is not { } builds)
            return (await Side(request.Paths[0], "A", context), await Side(request.Paths[1], "B", context));
        var given = request.Paths.Count == 0 ? null : request.Paths[0];
        var path = One(given, "PATH", context);
        var directory = SweepPath.Open(path, context);
        var manifest = await SweepPath.ReadManifest(directory, path);
        var results = await BuildResults.Read(directory, manifest, await new SweepReportReader(directory, context.Time).Read());
        foreach (var warning in results.Warnings)
            await context.Error.WriteLineAsync(warning);
        return BuildChoice.Of(given ?? Path.GetFileName(path), manifest, results, builds.Before, builds.After);
    }

    private static async Task<ComparedSide> Side(string given, string name, CliContext context)
    {
        var path = One(given, name, context);
        var directory = SweepPath.Open(path, context);
        return new ComparedSide(
            given, await SweepPath.ReadManifest(directory, path), await new SweepReportReader(directory, context.Time).Read());
    }

    private static string One(string? given, string name, CliContext context) => SweepPath.Resolve(given, context, name) switch
    {
        [var only] => only,
        var several => throw new UsageException(
            $"{name} is one sweep, but there are {several.Count}: {string.Join(", ", several.Select(path => $"'{path}'"))}. "
            + "Give one of them."),
    };

    private static ComparedSide Selected(ComparedSide side, string? where)
    {
        try
        {
            return where is null ? side : ReportPointValues.Select(side, where);
        }
        catch (FilterException e)
        {
            throw new UsageException($"--where \"{where}\" for {side.Label}: {e.Message}");
        }
    }

    private static void WritePage(SweepComparison comparison, string page, CliContext context)
    {
        var path = Path.GetFullPath(page, context.Directory);
        try
        {
            WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ComparisonPage.Print(comparison))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--html names a file that can be written, but '{path}' cannot: {e.Message} Give another one.");
        }
    }
}
