using System.Text;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report as GitHub's Markdown, for a pull request, a wiki or a notebook. Its lines end with '\n' on every system.</summary>
internal static class MarkdownReport
{
    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report)
    {
        var text = new StringBuilder();
        Line(text, $"# {Markdown.Escape(report.Sweep)}");
        Paragraph(text, $"{ReportSentences.Counts(report)}.");
        Line(text, "");
        Line(text, $"**{Markdown.Escape(ReportSentences.Best(report))}**");
        if (ReportSentences.Older(report.OlderPoints) is { } older)
            Paragraph(text, older);
        if (report.Warnings.Count > 0)
        {
            Heading(text, "Warnings");
            Line(text, "");
            foreach (var warning in report.Warnings.Take(ReportSections.MostRows))
                Line(text, $"- {Markdown.Escape(warning)}");
            if (report.Warnings.Count > ReportSections.MostRows)
                Line(text, $"- {Display.Count(report.Warnings.Count - ReportSections.MostRows, "more warning")} in report.json.");
        }

        foreach (var section in ReportSections.Of(report))
        {
            Heading(text, section.Title);
            foreach (var table in section.Tables)
                Table(text, table);
        }

        foreach (var problem in ReportProblems.Of(report))
            Problem(text, problem);
        Paragraph(text, ReportSentences.Footer(report));
        return text.ToString();
    }

    private static void Table(StringBuilder text, ReportTable table)
    {
        Line(text, "");
        Row(text, table.Columns.Select(c => Markdown.Escape(c.Name)));
        Row(text, table.Columns.Select(c => c.IsNumber ? "---:" : "---"));
        foreach (var row in table.Rows)
            Row(text, row.Select(Markdown.Escape));
        if (table.Note is not null)
            Paragraph(text, table.Note);
    }

    private static void Problem(StringBuilder text, ReportProblem problem)
    {
        Heading(text, problem.Title);
        foreach (var point in problem.Points)
        {
            Line(text, "");
            Line(text, $"**{Markdown.Escape(point.Title)}**");
            foreach (var error in point.Errors)
            {
                Paragraph(text, error.Attempts);
                if (error.Lines.Count == 0)
                    continue;
                var fence = Markdown.FenceFor(error.Lines);
                Line(text, "");
                Line(text, $"{fence}text");
                foreach (var line in error.Lines)
                    Line(text, line);
                Line(text, fence);
            }
        }

        foreach (var note in problem.Notes)
            Paragraph(text, note);
    }

    private static void Heading(StringBuilder text, string title)
    {
        Line(text, "");
        Line(text, $"## {Markdown.Escape(title)}");
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        Line(text, "");
        Line(text, Markdown.Escape(paragraph));
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => Line(text, $"| {string.Join(" | ", cells)} |");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
