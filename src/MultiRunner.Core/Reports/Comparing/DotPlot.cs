using System.Globalization;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Comparing;

/// <summary>Draws the changes of configurations, one below the other, each as a dot with its 95 % interval. It needs no script.</summary>
/// <param name="text">Takes the SVG.</param>
internal sealed class DotPlot(TextWriter text)
{
    /// <summary>How many configurations it shows at most.</summary>
    public const int MostRows = 60;

    private const int Names = 330;
    private const int Width = 860;
    private const int Row = 20;
    private const int Top = 30;
    private const int LongestName = 48;

    /// <summary>Draws some configurations that have a difference.</summary>
    public void Write(SweepComparison comparison, IReadOnlyList<ComparedConfiguration> shown)
    {
        var least = Math.Min(0, shown.Min(c => c.Low ?? c.Difference!.Value));
        var most = Math.Max(0, shown.Max(c => c.High ?? c.Difference!.Value));
        var range = most - least is > 0 and var size ? size : 1;
        double X(double value) => Names + 12 + ((value - least) / range * (Width - Names - 30));

        var height = Top + (shown.Count * Row) + 8;
        var title = $"Change of {comparison.Metric}, with 95 % intervals";
        text.Write(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\" "));
        text.WriteLine($"role=\"img\" aria-label=\"{Html.Line(title)}\">");
        text.WriteLine(Invariant($"<line class=\"zero\" x1=\"{X(0):F1}\" x2=\"{X(0):F1}\" y1=\"{Top - 8}\" y2=\"{height}\"/>"));
        text.WriteLine(Invariant($"<text x=\"{X(least):F1}\" y=\"14\">{Tick(least)}</text>"));
        text.WriteLine(Invariant($"<text x=\"{X(most):F1}\" y=\"14\" text-anchor=\"end\">{Tick(most)}</text>"));
        text.WriteLine(Invariant($"<text x=\"{X(0):F1}\" y=\"14\" text-anchor=\"middle\">0</text>"));
        for (var i = 0; i < shown.Count; i++)
        {
            var (configuration, y) = (shown[i], Top + (i * Row) + 8);
            var place = ComparisonSentences.Place(comparison, configuration.Values);
            text.WriteLine($"<g class=\"{ClassOf(configuration.Verdict)}\"><title>{Html.Line($"{place}: {Tip(configuration)}")}</title>");
            text.WriteLine(Invariant(
                $"<text x=\"{Names}\" y=\"{y + 4}\" text-anchor=\"end\">{Html.Line(Display.Shortened(place, LongestName))}</text>"));
            if (configuration is { Low: { } low, High: { } high })
                text.WriteLine(Invariant($"<line x1=\"{X(low):F1}\" x2=\"{X(high):F1}\" y1=\"{y}\" y2=\"{y}\"/>"));
            text.WriteLine(Invariant($"<circle cx=\"{X(configuration.Difference!.Value):F1}\" cy=\"{y}\" r=\"4\"/></g>"));
        }

        text.WriteLine("</svg>");
    }

    private static string Tip(ComparedConfiguration configuration)
    {
        var percent = configuration.Relative is { } relative ? $" ({ChangeText.Percent(relative)})" : "";
        var interval = configuration is { Low: { } low, High: { } high }
            ? $", 95 % interval {ChangeText.Difference(low)} to {ChangeText.Difference(high)}"
            : ", noise not known";
        return $"{ChangeText.Difference(configuration.Difference!.Value)}{percent}{interval}";
    }

    /// <summary>An end of the scale; nothing where that is the line of no change.</summary>
    private static string Tick(double value) =>
        value == 0 ? "" : $"{(value > 0 ? "+" : "")}{value.ToString("G3", CultureInfo.InvariantCulture)}";

    private static string ClassOf(Verdict verdict) => verdict switch
    {
        Verdict.Worse => "worse",
        Verdict.Better => "better",
        _ => "same",
    };

    private static string Invariant(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
