using System.Text;
using ConsoleTables;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report for a terminal. Its lines end with '\n' on every system.</summary>
internal static class TextReport
{
    private const string EndOfPlace = "report.txt\n";

    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report) => Print(report, ReportView.Default);

    /// <summary>Prints a view of the report.</summary>
    public static string Print(SweepReport report, ReportView view) => Print(ReportDocument.Of(report, view));

    /// <summary>
    /// A text that <see cref="Print(SweepReport)"/> returned, with the place as this process sees it in its last line. Another machine
    /// may see the sweep directory at another path.
    /// </summary>
    /// <param name="directory">The sweep directory; null when it has no path.</param>
    /// <param name="text">The text.</param>
    public static string At(string? directory, string text) =>
        WithoutPlace(text) + (directory is null ? "" : $"{PlaceIn(directory)}\n");

    /// <summary>A text that <see cref="Print(SweepReport)"/> returned, without the place in its last line if it has one.</summary>
    public static string WithoutPlace(string text) => text.EndsWith(EndOfPlace, StringComparison.Ordinal)
        ? text[..(text.LastIndexOf('\n', text.Length - 2) + 1)]
        : text;

    /// <summary>Prints blocks, of whichever document.</summary>
    public static string Print(IEnumerable<ReportBlock> blocks)
    {
        var text = new StringBuilder();
        ReportBlock? previous = null;
        foreach (var block in blocks)
        {
            if (!IsJoined(previous, block))
                Line(text, "");
            Print(text, block);
            previous = block;
        }

        return text.ToString();
    }

    /// <summary>
    /// Whether no empty line separates two blocks: what is below its heading, failed points below one another, and the last line.
    /// </summary>
    private static bool IsJoined(ReportBlock? previous, ReportBlock next) =>
        previous is null or ReportBlock.Heading || next is ReportBlock.Place || (previous is FailedPoint && next is FailedPoint);

    private static void Print(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Summary summary:
                Line(text, $"{Display.Line(summary.Sweep)}: {summary.Counts}");
                foreach (var sentence in summary.Sources)
                    Line(text, Display.Line(sentence));
                Line(text, Display.Line(summary.Best));
                foreach (var note in summary.Notes)
                    Line(text, Display.Line(note));
                break;
            case ReportBlock.Heading heading:
                Heading(text, Display.Line(heading.Text));
                break;
            case ReportBlock.Warnings warnings:
                foreach (var warning in warnings.Texts)
                    Line(text, $"! {Display.Line(warning)}");
                break;
            case ReportBlock.Paragraphs paragraphs:
                foreach (var paragraph in paragraphs.Texts)
                    Line(text, paragraph);
                break;
            case ReportTable table:
                foreach (var line in TextTable.Lines(table).Concat(table.Notes))
                    Line(text, Display.Line(line));
                break;
            case ReportBlock.Folded folded:
                text.Append(Print(folded.Blocks.Prepend(new ReportBlock.Heading(folded.Id, folded.Text))));
                break;
            case FailedPoint point:
                Failure(text, point);
                break;
            case ReportBlock.Place place:
                Line(text, PlaceIn(place.Directory));
                break;
        }
    }

    private static string PlaceIn(string directory) => Display.Line(SweepLayout.In(directory, SweepLayout.TextReport));

    private static void Heading(StringBuilder text, string heading)
    {
        Line(text, heading);
        Line(text, new string('=', ConsoleTable.GetTextWidth(heading)));
    }

    private static void Failure(StringBuilder text, FailedPoint point)
    {
        Line(text, point.Title);
        foreach (var error in point.Errors)
        {
            Line(text, $"  {error.Attempts}");
            foreach (var line in error.Lines)
                Line(text, $"    {line}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
