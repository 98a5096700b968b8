using System.Text;
using ConsoleTables;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report for a terminal. Its lines end with '\n' on every system.</summary>
internal static class TextReport
{
    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report)
    {
        var text = new StringBuilder();
        ReportBlock? previous = null;
        foreach (var block in ReportDocument.Of(report))
        {
            if (!IsJoined(previous, block))
                Line(text, "");
            Print(text, block);
            previous = block;
        }

        return text.ToString();
    }

    /// <summary>Whether no empty line separates two blocks: what is below its heading, and failed points below one another.</summary>
    private static bool IsJoined(ReportBlock? previous, ReportBlock next) =>
        previous is null or ReportBlock.Heading || (previous is FailedPoint && next is FailedPoint);

    private static void Print(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Summary summary:
                Line(text, $"{Display.Line(summary.Sweep)}: {summary.Counts}");
                foreach (var sentence in summary.Builds)
                    Line(text, Display.Line(sentence));
                Line(text, Display.Line(summary.Best));
                if (summary.Older is not null)
                    Line(text, summary.Older);
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
                Table(text, table);
                break;
            case FailedPoint point:
                Failure(text, point);
                break;
        }
    }

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

    /// <summary>The table without borders.</summary>
    private static void Table(StringBuilder text, ReportTable table)
    {
        var columns = table.Columns.Select((c, i) => Aligned(c, [.. table.Rows.Select(r => r[i])])).ToList();

        // No wrapping: ConsoleTables continues a long cell in a new row, which then looks like a row of its own.
        var printed = new ConsoleTable([.. columns.Select(c => c[0])]) { MaxWidth = int.MaxValue };
        for (var row = 1; row <= table.Rows.Count; row++)
            printed.AddRow([.. columns.Select(c => c[row])]);
        foreach (var line in printed.ToMinimalString().ReplaceLineEndings("\n").TrimEnd().Split('\n'))
            Line(text, line.TrimEnd());
        if (table.Note is not null)
            Line(text, table.Note);
    }

    /// <summary>
    /// Heading and cells of a column. ConsoleTables aligns to the right only what it reads from objects itself, so numbers
    /// come to it padded: point below point, and the heading at their right edge.
    /// </summary>
    private static List<string> Aligned(ReportColumn column, IReadOnlyList<string> cells)
    {
        var name = Display.Line(column.Name);
        if (!column.IsNumber)
            return [name, .. cells];
        var digits = cells.Max(DigitsAfterPoint);
        List<string> padded = [name, .. cells.Select(c => c + new string(' ', digits - DigitsAfterPoint(c)))];
        var width = padded.Max(ConsoleTable.GetTextWidth);
        return padded.ConvertAll(c => new string(' ', width - ConsoleTable.GetTextWidth(c)) + c);
    }

    /// <summary>Characters from the point on; none for a duration, whose unit is at its right edge.</summary>
    private static int DigitsAfterPoint(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && !number.Contains(' ', StringComparison.Ordinal)
            ? number.Length - point
            : 0;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
