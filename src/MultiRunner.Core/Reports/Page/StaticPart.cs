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

    private readonly HtmlBlocks blocks = new(text);

    /// <summary>Writes the element <c>main</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="left">What the page leaves to the other files, a sentence each.</param>
    public void Write(SweepReport report, IReadOnlyList<string> left)
    {
        text.WriteLine("<main>");
        foreach (var block in ReportDocument.Of(report, ReportView.Default))
            blocks.Write(block);
        blocks.EndSection();
        WriteExplored();
        WriteAbout(left);
        text.WriteLine("</main>");
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
        blocks.BeginSection("about");
        blocks.Element("h2", "About this page");
        blocks.Paragraphs(left);
        text.WriteLine("<noscript><p>The charts and the table of all points need a script, which this browser does not run.</p></noscript>");
        text.WriteLine("<details>");
        text.WriteLine("<summary>The charts are drawn by Apache ECharts. Its licence</summary>");
        text.WriteLine($"<pre>{Html.Lines(PageAssets.LicenceOfECharts())}</pre>");
        text.WriteLine("</details>");
        blocks.EndSection();
    }
}
