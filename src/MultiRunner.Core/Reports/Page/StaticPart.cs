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

    private readonly HtmlBlocks html = new(text);

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
                html.BeginSection("closing");
            html.Write(block);
            if (block is ReportBlock.Summary)
                WriteFacts(report);
        }

        html.EndSection();
        WriteExplored();
        WriteAbout(left);
        text.WriteLine("</main>");
    }

    private void WriteFacts(SweepReport report)
    {
        text.WriteLine("<dl>");
        foreach (var (name, value) in PageFacts.Of(report))
            text.WriteLine($"<div><dt>{Html.Line(name)}</dt><dd>{Html.Line(value)}</dd></div>");
        text.WriteLine("</dl>");
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
        html.Element("h2", "About this page");
        html.Paragraphs(left);
        text.WriteLine("<noscript>");
        html.Element("p", "The charts and the table of all points need a script, which this browser does not run.");
        text.WriteLine("</noscript>");
        text.WriteLine("<details>");
        text.WriteLine("<summary>The charts are drawn by Apache ECharts. Its licence</summary>");
        text.WriteLine($"<pre>{Html.Lines(PageAssets.LicenceOfECharts())}</pre>");
        text.WriteLine("</details>");
        text.WriteLine("</section>");
    }
}
