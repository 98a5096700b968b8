using MultiRunner.Format;

namespace MultiRunner.Reports.Writing;

/// <summary>Writes the blocks of a document as plain HTML. A heading begins a section, which the next one ends.</summary>
/// <param name="text">Takes the HTML.</param>
internal sealed class HtmlBlocks(TextWriter text)
{
    /// <summary>
    /// Forbids a page every request. It stands in the page, since a page that is opened from disk has no server that could say so.
    /// </summary>
    public const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "base-uri 'none'; form-action 'none'";

    private bool isInSection;

    /// <summary>Writes the beginning of a page, up to its style.</summary>
    public void Head(string title)
    {
        text.WriteLine("<!DOCTYPE html>");
        text.WriteLine("<html lang=\"en\">");
        text.WriteLine("<head>");
        text.WriteLine("<meta charset=\"utf-8\">");
        text.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        text.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">");
        text.WriteLine($"<title>{Html.Line(title)}</title>");
    }

    /// <summary>Writes a block.</summary>
    public void Write(ReportBlock block)
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
            case ReportBlock.Folded folded:
                Write(folded);
                break;
            case FailedPoint point:
                Write(point);
                break;
            case ReportBlock.Place place:
                Element("p", SweepLayout.In(place.Directory, SweepLayout.HtmlReport), "place");
                break;
        }
    }

    /// <summary>Begins a section, and ends the one before.</summary>
    public void BeginSection(string id)
    {
        EndSection();
        text.WriteLine($"<section id=\"{id}\">");
        isInSection = true;
    }

    /// <summary>Ends the section, if there is one.</summary>
    public void EndSection()
    {
        if (isInSection)
            text.WriteLine("</section>");
        isInSection = false;
    }

    /// <summary>Writes an element with a text in it.</summary>
    public void Element(string name, string content, string? kind = null) =>
        text.WriteLine($"<{name}{(kind is null ? "" : $" class=\"{kind}\"")}>{Html.Line(content)}</{name}>");

    /// <summary>Writes a paragraph for each text.</summary>
    public void Paragraphs(IEnumerable<string> texts)
    {
        foreach (var paragraph in texts)
            Element("p", paragraph);
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

    private void Write(ReportBlock.Folded folded)
    {
        EndSection();
        text.WriteLine($"<details id=\"{folded.Id}\">");
        Element("summary", folded.Text);
        foreach (var block in folded.Blocks)
            Write(block);
        EndSection();
        text.WriteLine("</details>");
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

    private void List(IEnumerable<string> texts)
    {
        text.WriteLine("<ul>");
        foreach (var item in texts)
            Element("li", item);
        text.WriteLine("</ul>");
    }

    private static string Class(ReportColumn column) => column.IsNumber ? " class=\"number\"" : "";
}
