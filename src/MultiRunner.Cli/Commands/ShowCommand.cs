using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Cli.Commands;

/// <summary><c>multirunner show</c>.</summary>
internal static class ShowCommand
{
    private static readonly Example[] Examples =
    [
        new("multirunner show 13 sweeps/MyTests.Training.Train", "Shows all that is known of point 13."),
        new("multirunner show 13 --json", "Prints the same as JSON, for scripts."),
    ];

    public static Command Create(CliContext context)
    {
        var index = new Argument<int?>("POINT")
        {
            Description = "The index of the point, as reports show it.",
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = Parse,
        };
        var path = CommonOptions.Path();
        var json = CommonOptions.Json("Print JSON.");
        var command = new DetailedCommand("show", "Shows one point whole.", Examples, """
            This command only reads. It shows the arguments of the point, its state and rank, its result with all metrics and texts, its
            curves in short, its failed attempts with their whole stack traces, and its files: artifacts and checkpoints, too. PATH must
            lead to one sweep.

            Exit codes: 0 shown; 2 wrong usage, no sweep or several sweeps found, or no such point.
            """)
        {
            index,
            path,
            json,
        };
        command.SetAction(async (parsed, _) =>
        {
            var sweep = OnlyOne(SweepPath.Resolve(parsed.GetValue(path), context));
            var directory = SweepPath.Open(sweep, context);
            var report = await CurrentReport.Read(directory, context.Time);
            var point = Find(report, parsed.GetValue(index)!.Value);
            var document = await new PointDocumentReader(directory).Read(report, sweep, point);
            await context.Out.WriteAsync(parsed.GetValue(json)
                ? JsonSerializer.Serialize(document, ReportJson.Readable.PointDocument) + "\n"
                : PointText.Print(report, document));
            return ExitCodes.Success;
        });
        return command;
    }

    private static int? Parse(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return index;
        result.AddError($"POINT is the index of a point, from 0, but it is '{text}'. Write 'multirunner show POINT PATH', such as "
            + "'multirunner show 13 sweeps'.");
        return null;
    }

    private static string OnlyOne(IReadOnlyList<string> sweeps) => sweeps is [var only]
        ? only
        : throw new UsageException(
            $"A point is shown of one sweep, but there are {sweeps.Count}: {string.Join(", ", sweeps.Select(sweep => $"'{sweep}'"))}. "
            + "Give one of them as PATH.");

    private static ReportPoint Find(SweepReport report, int index)
    {
        if (report.Points.FirstOrDefault(p => p.Index == index) is { } point)
            return point;
        var older = report.OlderPoints is null ? "" : " Points of older code are not among them.";
        var there = report.Points.Count == 0
            ? "It has no points."
            : $"Its points are {Display.Number(report.Points[0].Index)} to {Display.Number(report.Points[^1].Index)}.{older}";
        throw new UsageException($"{report.Sweep} has no point {Display.Number(index)}. {there}");
    }
}
