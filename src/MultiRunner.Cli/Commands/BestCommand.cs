using System.CommandLine;
using System.Text.Json;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner best</c>.</summary>
internal static class BestCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner best sweeps/MyTests.Training.Train", "Prints the best configuration as one line of name=value."),
        new("multirunner best --top 5", "Prints the best five of every sweep, a line each."),
        new("multirunner best --minimize logLoss --where \"layers > 1\"", "Ranks some points by another metric."),
        new("multirunner best --json", "Prints the same as JSON, with every number."),
    ];

    public static Command Create(CliContext context)
    {
        var path = CommonOptions.Path();
        var json = CommonOptions.Json("Print JSON: the property 'sweeps' lists each sweep.");
        var top = CommonOptions.Top("How many configurations to print, best first. Default: 1.");
        var ranking = new RankingOptions("Choose only from");
        var command = new DetailedCommand("best", "Prints the best configuration of every sweep, for scripts.", Examples, """
            This command only reads. Each line is one configuration: words of name=value with a space between them, which a shell can run
            to set variables. A value that is not plain is in single quotes, and a line break in it becomes a space. A character that the
            name of a variable cannot have becomes '_'. A word without a value is left out.

            The words are: sweep, rank, point, the arguments, the metrics, seconds, worker. With repeats there are points in place of
            point, and finished, low and high: how many of the points have finished, and the 95 % interval of the objective's mean.
            Each metric is a mean then.

            Warnings, whether open points can still change the best, and how many are equal go to the error output; --json has them all.

            Exit codes: 0 printed; 1 a sweep that has no best point yet or cannot be read; 2 wrong usage, no sweep found, or a
            sweep without an objective or without the metric that was asked for.
            """)
        {
            path,
            json,
            top,
        };
        ranking.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            var isJson = parsed.GetValue(json);
            var best = new Best(ranking.Read(parsed), parsed.GetValue(top) ?? 1, isJson, context);
            foreach (var sweep in SweepPath.Resolve(parsed.GetValue(path), context))
                await best.Add(sweep);
            await best.Print();
            return best.Code;
        });
        return command;
    }

    /// <summary>The best of the sweeps so far.</summary>
    private sealed class Best(ReportRequest request, int most, bool isJson, CliContext context)
    {
        private readonly List<BestOfSweep> found = [];
        private readonly List<string> lines = [];

        public int Code { get; private set; }

        public async ValueTask Add(string sweep)
        {
            try
            {
                var directory = SweepPath.Open(sweep, context);
                var whole = await CurrentReport.Read(directory, context.Time);
                var report = (await request.At(directory, sweep, context)).Of(whole);
                if (report.Objective is null)
                    throw new UsageException(Messages.NoObjective(report));
                var best = BestOfSweep.Of(report, sweep, most);
                found.Add(best);
                foreach (var warning in isJson ? [] : Doubts(report, best))
                    await context.Error.WriteLineAsync(Display.Line($"{report.Sweep}: {warning}"));
                lines.AddRange(best.Best.Select(configuration => ShellLine.Of(report, configuration)));
                if (best.Best.Count == 0)
                    await Fail($"{report.Sweep}: {Headline.Best(report)}", ExitCodes.Problem);
            }
            catch (UsageException e)
            {
                // The other sweeps may have what this one lacks.
                await Fail(e.Message, ExitCodes.Usage);
            }
            catch (Exception e) when (SweepPath.IsUnreadable(e))
            {
                await Fail($"{sweep}: {e.Message}", ExitCodes.Problem);
            }
        }

        public async ValueTask Print() => await context.Out.WriteAsync(isJson
            ? JsonSerializer.Serialize(new BestDocument(found), ReportJson.Readable.BestDocument) + "\n"
            : string.Concat(lines.Select(line => line + "\n")));

        private async ValueTask Fail(string message, int code)
        {
            Code = Math.Max(Code, code);
            await context.Error.WriteLineAsync(Display.Line(message));
        }

        /// <summary>Why the best may be another one in the end, or be one of several.</summary>
        private static IEnumerable<string> Doubts(SweepReport report, BestOfSweep best)
        {
            if (best.Best is not [{ Tied: var tied }, ..])
            {
                // Perhaps there is no best because results cannot be read.
                foreach (var warning in report.WarningsOfReading)
                    yield return warning;
                yield break;
            }

            foreach (var warning in report.Warnings)
                yield return warning;
            if (report.Counts.Open > 0)
                yield return Messages.BestMayChange(report.Counts);
            if (tied is { } equals)
                yield return Messages.BestIsTied(equals);
        }
    }
}
