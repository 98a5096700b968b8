using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Reports.Writing;

/// <summary>One point whole, for a terminal.</summary>
internal sealed class PointText
{
    private const int MostLines = 200;
    private const string Indent = "  ";

    private readonly PointDocument document;
    private readonly StringBuilder text = new();

    private PointText(PointDocument document) => this.document = document;

    private ReportPoint Point => document.Point;

    /// <summary>Prints the point: a headline, then a section for each thing that is known of it.</summary>
    public static string Print(SweepReport report, PointDocument document)
    {
        var printed = new PointText(document);
        printed.Headline(report);
        printed.Table("Arguments", [.. report.Parameters.Zip(document.Point.Arguments)
            .Where(a => a.Second is not null)
            .Select(a => (a.First, Display.Argument(a.Second)))]);
        printed.Table("Metrics", [.. (document.Point.Metrics ?? new Dictionary<string, double>())
            .Select(m => (m.Key, Display.Number(m.Value)))]);
        printed.Table("Texts", [.. (document.Point.Details ?? new Dictionary<string, string>())
            .Select(d => (d.Key, Display.Line(d.Value)))]);
        printed.Table("Curves", [.. (document.Point.Curves ?? new Dictionary<string, CurveSummary>())
            .Select(c => (c.Key, Curve(c.Value)))]);
        printed.Attempts();
        printed.Table("Skipped", [.. (document.Point.Skips ?? []).Select(s => (s.Host, Display.Line(s.Reason)))]);
        printed.Files();
        printed.Section("Warnings", document.Warnings);
        return printed.text.ToString();
    }

    private void Headline(SweepReport report)
    {
        Line($"{Display.Points([Point.Index], capital: true)} of {document.Sweep}: {Point.StateName.Replace('_', ' ')}");
        if (Place(report) is { } place)
            Line(place);
        if (Point is { Started: { } started, Seconds: { } seconds })
        {
            var attempt = Point.Attempt is > 1 and var number ? $", in its attempt {Display.Number(number)}" : "";
            Line($"Ran on {Point.Worker} from {Display.Time(started)} UTC for {Display.Seconds(seconds)}{attempt}.");
        }
        else if (Point.Worker is { } worker)
        {
            Line($"Runs on {worker}.");
        }

        if (Point.Build is { } build)
            Line($"Build: {build.Name} {build.Text}.");
    }

    /// <summary>Where it stands in the ranking; null without a ranking.</summary>
    private string? Place(SweepReport report)
    {
        if (document.Configuration is not { Rank: { } rank } configuration)
            return null;
        var ranked = report.Configurations.Count(c => c.Rank is not null);
        var tied = configuration.Tied is { } count ? $", shared by {Display.Number(count)}" : "";
        var measured = configuration.Members.Where(p => p.Metric(report.RankedBy!) is not null).Select(p => p.Index);
        var repeats = report.Repeats.Count == 0 ? "" : $", by the mean of {Display.Points([.. measured])}";
        return $"Rank {Display.Number(rank)} of {Display.Number(ranked)} by {report.RankedBy}{tied}{repeats}.";
    }

    private void Attempts()
    {
        foreach (var attempt in document.Attempts ?? [])
        {
            var when = attempt.Started is { } started ? $" at {Display.Time(started)} UTC" : "";
            var after = attempt.Seconds is { } seconds ? $" after {Display.Seconds(seconds)}" : "";
            Section(
                $"Failed attempt ({attempt.Kind}) on {attempt.Worker}{when}{after}",
                [
                    .. Display.Lines($"{attempt.Type}: {attempt.Message}", MostLines),
                    .. attempt.Stack is { } stack ? Display.Lines(stack, MostLines) : [],
                    $"(from {attempt.File})",
                ]);
        }
    }

    private void Files()
    {
        List<string> files = [.. new[] { document.Files.State, document.Files.Result }.OfType<string>()];
        files.AddRange(document.Files.Artifacts ?? []);
        files.AddRange(document.Files.Checkpoints ?? []);
        if (files.Count > 0)
            Section($"Files in {document.Directory}", files);
    }

    private void Table(string title, IReadOnlyList<(string Name, string Value)> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => Display.Line(row.Name).Length);
        Section(title, rows.Select(row => $"{Display.Line(row.Name).PadRight(width)}  {row.Value}"));
    }

    private void Section(string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.Append('\n');
        Line(title);
        foreach (var line in all)
            Line(Indent + line);
    }

    private void Line(string line) => text.Append(Display.Line(line).TrimEnd()).Append('\n');

    private static string Curve(CurveSummary curve)
    {
        List<string> parts = [Display.Count(curve.Steps, "step")];
        foreach (var (name, value) in new[]
            {
                ("first", curve.First), ("last", curve.Last), ("best", curve.Best), ("lowest", curve.Min), ("highest", curve.Max),
            })
        {
            if (value is { } point)
                parts.Add($"{name} {Value(point)}");
        }

        if (curve.NotANumber is { } count)
            parts.Add($"{Display.Number(count)} NaN");
        return string.Join(", ", parts);
    }

    private static string Value(CurvePoint point) => $"{Display.Number(point.Value)} at {point.Step}";
}
