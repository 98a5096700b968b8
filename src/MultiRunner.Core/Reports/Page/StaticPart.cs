using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Page;

/// <summary>What the page says without a script: the blocks of the report as plain HTML, and the places that the script fills.</summary>
/// <param name="text">Takes the HTML.</param>
internal sealed class StaticPart(TextWriter text)
{
    /// <summary>The sections of the script, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> Explored =
        ["parallel", "importance", "values", "heat", "scatter", "curves", "progress", "timeline", "table", "failures"];

    private bool isInSection;

    /// <summary>Writes the element <c>main</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="left">What the page leaves to the other files, a sentence each.</param>
    public void Write(SweepReport report, IReadOnlyList<string> left)
    {
        text.WriteLine("<main>");
        var blocks = ReportDocument.Of(report, ReportView.Default);

        // The report closes with sentences that have no heading, and do not belong to the section before them.
        var closing = blocks.OfType<ReportBlock.Paragraphs>().Last();
        foreach (var block in blocks)
        {
            if (ReferenceEquals(block, closing))
                BeginSection("closing");
            Write(block);
            if (block is ReportBlock.Summary)
                WriteFacts(report);
        }

        EndSection();
        WriteExplored();
        WriteAbout(left);
        text.WriteLine("</main>");
    }

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Summary summary:
                Write(summary);
                break;
            case ReportBlock.Heading heading:
                BeginSection(heading.Id);
                Element("h2", heading.Text);
                break;
            case ReportBlock.Warnings warnings:
                List(warnings.Texts);
                break;
            case ReportBlock.Paragraphs paragraphs:
                Paragraphs(paragraphs.Texts);
                break;
            case ReportTable table:
                Write(table);
                break;
            case FailedPoint point:
                Write(point);
                break;
            case ReportBlock.Place place:
                Element("p", Path.Combine(place.Directory, SweepLayout.HtmlReport), "place");
                break;
        }
    }

    private void Write(ReportBlock.Summary summary)
    {
        BeginSection("summary");
        Element("h1", summary.Sweep);
        Element("p", summary.Counts, "counts");
        Element("p", summary.Best, "headline");
        Paragraphs(summary.Notes);
        Paragraphs(summary.Sources);
    }

    private void WriteFacts(SweepReport report)
    {
        text.WriteLine("<dl>");
        foreach (var (name, value) in PageFacts.Of(report))
            text.WriteLine($"<div><dt>{Html.Line(name)}</dt><dd>{Html.Line(value)}</dd></div>");
        text.WriteLine("</dl>");
    }

    private void Write(ReportTable table)
    {
        text.WriteLine("<div class=\"scroll\">");
        text.WriteLine("<table>");
        text.Write("<thead><tr>");
        foreach (var column in table.Columns)
            text.Write($"<th scope=\"col\"{Class(column)}>{Html.Line(column.Name)}</th>");
        text.WriteLine("</tr></thead>");
        text.WriteLine("<tbody>");
        foreach (var row in table.Rows)
        {
            text.Write("<tr>");
            for (var i = 0; i < row.Count; i++)
                text.Write($"<td{Class(table.Columns[i])}>{Html.Line(row[i].Trim())}</td>");
            text.WriteLine("</tr>");
        }

        text.WriteLine("</tbody>");
        text.WriteLine("</table>");
        text.WriteLine("</div>");
        Paragraphs(table.Notes);
    }

    private void Write(FailedPoint point)
    {
        Element("h3", point.Title);
        foreach (var error in point.Errors)
        {
            Element("p", error.Attempts);
            if (error.Lines.Count > 0)
                text.WriteLine($"<pre>{string.Join('\n', error.Lines.Select(Html.Line))}</pre>");
        }
    }

    private void WriteExplored()
    {
        text.WriteLine("<section id=\"explore\" hidden>");
        foreach (var id in Explored)
            text.WriteLine($"<section id=\"{id}\"></section>");
        text.WriteLine("</section>");
    }

    private void WriteAbout(IReadOnlyList<string> left)
    {
        text.WriteLine("<section id=\"about\">");
        Element("h2", "About this page");
        Paragraphs(left);
        text.WriteLine("<noscript>");
        Element("p", "The charts and the table of all points need a script, which this browser does not run.");
        text.WriteLine("</noscript>");
        text.WriteLine("<details>");
        text.WriteLine("<summary>The charts are drawn by Apache ECharts. Its licence</summary>");
        text.WriteLine($"<pre>{Html.Lines(PageAssets.LicenceOfECharts())}</pre>");
        text.WriteLine("</details>");
        text.WriteLine("</section>");
    }

    private void BeginSection(string id)
    {
        EndSection();
        text.WriteLine($"<section id=\"{id}\">");
        isInSection = true;
    }

    private void EndSection()
    {
        if (isInSection)
            text.WriteLine("</section>");
        isInSection = false;
    }

    private void Element(string name, string content, string? kind = null) =>
        text.WriteLine($"<{name}{(kind is null ? "" : $" class=\"{kind}\"")}>{Html.Line(content)}</{name}>");

    private void Paragraphs(IEnumerable<string> texts)
    {
        foreach (var paragraph in texts)
            Element("p", paragraph);
    }

    private void List(IEnumerable<string> texts)
    {
        text.WriteLine("<ul>");
        foreach (var item in texts)
            Element("li", item);
        text.WriteLine("</ul>");
    }

    private static string Class(ReportColumn column) => column.IsNumber ? " class=\"number\"" : "";
}
