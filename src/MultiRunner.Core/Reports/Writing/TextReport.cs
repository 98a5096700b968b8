using System.Text;
using ConsoleTables;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report for a terminal: the answer first, then the tables. Its lines end with '\n' on every system.</summary>
internal static class TextReport
{
    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report)
    {
        var text = new StringBuilder();
        Line(text, $"{Display.Line(report.Sweep)}: {ReportSentences.Counts(report)}.");
        Line(text, Display.Line(ReportSentences.Best(report)));
        if (ReportSentences.Older(report.OlderPoints) is { } older)
            Line(text, older);
        if (report.Warnings.Count > 0)
            List(text, "Warnings", report.Warnings);
        foreach (var section in ReportSections.Of(report))
        {
            Heading(text, section.Title);
            for (var i = 0; i < section.Tables.Count; i++)
            {
                if (i > 0)
                    Line(text, "");
                Table(text, section.Tables[i]);
            }
        }

        foreach (var problem in ReportProblems.Of(report))
            Problem(text, problem);
        Line(text, "");
        Line(text, ReportSentences.Footer(report));
        return text.ToString();
    }

    private static void Problem(StringBuilder text, ReportProblem problem)
    {
        Heading(text, problem.Title);
        foreach (var point in problem.Points)
        {
            Line(text, point.Title);
            foreach (var error in point.Errors)
            {
                Line(text, $"  {error.Attempts}");
                foreach (var line in error.Lines)
                    Line(text, $"    {line}");
            }
        }

        if (problem.Points.Count > 0)
            Line(text, "");
        foreach (var note in problem.Notes)
            Line(text, note);
    }

    private static void List(StringBuilder text, string title, IReadOnlyList<string> items)
    {
        Heading(text, title);
        foreach (var item in items.Take(ReportSections.MostRows))
            Line(text, $"! {Display.Line(item)}");
        if (items.Count > ReportSections.MostRows)
            Line(text, $"! {Display.Count(items.Count - ReportSections.MostRows, "more warning")} in report.json.");
    }

    private static void Heading(StringBuilder text, string title)
    {
        Line(text, "");
        Line(text, Display.Line(title));
        Line(text, new string('=', ConsoleTable.GetTextWidth(Display.Line(title))));
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
        if (!column.IsNumber)
            return [column.Name, .. cells];
        var digits = cells.Max(DigitsAfterPoint);
        List<string> padded = [column.Name, .. cells.Select(c => c + new string(' ', digits - DigitsAfterPoint(c)))];
        var width = padded.Max(ConsoleTable.GetTextWidth);
        return padded.ConvertAll(c => new string(' ', width - ConsoleTable.GetTextWidth(c)) + c);
    }

    /// <summary>Characters from the point on; none for a duration, whose unit is at its right edge.</summary>
    private static int DigitsAfterPoint(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && !number.Contains(' ', StringComparison.Ordinal) ? number.Length - point : 0;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
