using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Comparing;

/// <summary>The comparison as one page that opens from disk, without a script, a server or a network.</summary>
internal static class ComparisonPage
{
    // The colours are those of Okabe and Ito, which the colour-blind can tell apart. The dots differ in their place, too.
    private const string Style = """
        :root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --line: #8884; --worse: #d55e00; --better: #0072b2; }
        @media (prefers-color-scheme: dark) { :root { --text: #e8e8e8; --back: #161616; --worse: #e69f00; --better: #56b4e9; } }
        body { margin: 0; background: var(--back); color: var(--text); font: 16px/1.45 system-ui, sans-serif; }
        main { max-width: 62rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; } .headline { font-weight: 600; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .6rem; border-bottom: 1px solid var(--line); text-align: left; white-space: nowrap; }
        .number { text-align: right; } summary { cursor: pointer; padding: .3rem 0; font-weight: 600; }
        svg { max-width: 100%; height: auto; min-width: 40rem; font-size: 12px; } svg text { fill: var(--text); }
        svg .zero { stroke: var(--line); } svg g { stroke: currentColor; fill: currentColor; } svg g text { stroke: none; }
        svg g line { stroke-width: 2; } .worse { color: var(--worse); } .better { color: var(--better); } .same { color: #888; }
        @media print { body { background: #fff; color: #000; } }
        """;

    /// <summary>The whole page. Its lines end with '\n' on every system.</summary>
    public static string Print(SweepComparison comparison)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var html = new HtmlBlocks(text);
        html.Head($"{comparison.Sweep}: comparison");
        text.WriteLine($"<style>\n{Style.ReplaceLineEndings("\n")}\n</style>");
        text.WriteLine("</head>\n<body>\n<main>");
        var blocks = ComparisonDocument.Of(comparison, isWide: true);
        html.Write(blocks[0]);
        Plot(comparison, html, text);
        foreach (var block in blocks.Skip(1))
            html.Write(block);
        html.EndSection();
        text.WriteLine("</main>\n</body>\n</html>");
        return text.ToString();
    }

    private static void Plot(SweepComparison comparison, HtmlBlocks html, TextWriter text)
    {
        Verdict[] order = [Verdict.Worse, Verdict.Better, Verdict.NoiseNotKnown, Verdict.Same];
        var all = order.SelectMany(verdict => ComparisonDocument.Sorted(comparison, verdict)).ToList();
        if (all.Count == 0)
            return;
        html.BeginSection("changes");
        html.Element("h2", $"Change of {comparison.Metric}, with 95 % intervals");
        text.WriteLine("<div class=\"scroll\">");
        new DotPlot(text).Write(comparison, [.. all.Take(DotPlot.MostRows)]);
        text.WriteLine("</div>");
        if (all.Count > DotPlot.MostRows)
        {
            html.Element(
                "p",
                $"The first {Display.Number(DotPlot.MostRows)} of {Display.Number(all.Count)}: what changed most. --format json has all.");
        }
    }
}
