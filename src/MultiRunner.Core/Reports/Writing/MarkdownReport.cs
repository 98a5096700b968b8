using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The report as GitHub's Markdown, for a pull request, a wiki or a notebook. Its lines end with '\n' on every system.</summary>
internal static class MarkdownReport
{
    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report) => Print(ReportDocument.Of(report, ReportView.Default));

    /// <summary>Prints blocks, of whichever document.</summary>
    public static string Print(IEnumerable<ReportBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            Print(text, block);
        return text.ToString();
    }

    private static void Print(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Summary summary:
                Line(text, $"# {Markdown.Escape(summary.Sweep)}");
                Paragraph(text, Markdown.Escape(summary.Counts));
                foreach (var sentence in summary.Sources)
                    Paragraph(text, Markdown.Escape(sentence));
                Paragraph(text, $"**{Markdown.Escape(summary.Best)}**");
                foreach (var note in summary.Notes)
                    Paragraph(text, Markdown.Escape(note));
                break;
            case ReportBlock.Heading heading:
                Paragraph(text, $"## {Markdown.Escape(heading.Text)}");
                break;
            case ReportBlock.Warnings warnings:
                Paragraph(text, [.. warnings.Texts.Select(warning => $"- {Markdown.Escape(warning)}")]);
                break;
            case ReportBlock.Paragraphs paragraphs:
                foreach (var paragraph in paragraphs.Texts)
                    Paragraph(text, Markdown.Escape(paragraph));
                break;
            case ReportTable table:
                Table(text, table);
                break;
            case ReportBlock.Folded folded:
                Paragraph(text, $"<details><summary>{Markdown.Escape(folded.Text)}</summary>");
                text.Append(Print(folded.Blocks));
                Paragraph(text, "</details>");
                break;
            case FailedPoint point:
                Failure(text, point);
                break;
            case ReportBlock.Place place:
                Paragraph(text, Markdown.Escape(SweepLayout.In(place.Directory, SweepLayout.MarkdownReport)));
                break;
        }
    }

    private static void Table(StringBuilder text, ReportTable table)
    {
        Paragraph(
            text,
            [
                Row(table.Columns.Select(c => Markdown.Escape(c.Name))),
                Row(table.Columns.Select(c => c.IsNumber ? "---:" : "---")),
                .. table.Rows.Select(row => Row(row.Select(cell => Markdown.Escape(cell.Trim())))),
            ]);
        foreach (var note in table.Notes)
            Paragraph(text, Markdown.Escape(note));
    }

    private static void Failure(StringBuilder text, FailedPoint point)
    {
        Paragraph(text, $"**{Markdown.Escape(point.Title)}**");
        foreach (var error in point.Errors)
        {
            Paragraph(text, Markdown.Escape(error.Attempts));
            if (error.Lines.Count == 0)
                continue;
            var fence = Markdown.FenceFor(error.Lines);
            Paragraph(text, [$"{fence}text", .. error.Lines, fence]);
        }
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Lines that belong together, and an empty one before them that separates them from the rest.</summary>
    private static void Paragraph(StringBuilder text, params IReadOnlyList<string> lines)
    {
        Line(text, "");
        foreach (var line in lines)
            Line(text, line);
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
