using System.Globalization;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Writing;

/// <summary>Which parameters matter, as the text formats show it.</summary>
internal static class ShareTable
{
    private const int MostRows = 10;

    /// <summary>The section; nothing without a ranking, or when there is nothing to compare.</summary>
    public static IReadOnlyList<ReportBlock> Of(SweepReport report)
    {
        if (report is not { Variance: { Obstacle: not VarianceObstacle.TooFewLevels } variance, RankedBy: { } metric })
            return [];
        var soFar = report.Counts.Open > 0 ? " so far" : "";
        var heading = new ReportBlock.Heading("shares", $"Which parameter matters{soFar}: its share of the variance of {metric}");
        var together = Together(variance).Select(a => (Name: string.Join(", ", a.Terms.Select(Name)), a.Part));
        var rows = variance.Shares.Select(s => (Name: Name(s.Parameters), s.Part))
            .Concat(together)
            .OrderByDescending(row => row.Part.Share)
            .ToList();
        var notes = ShareSentences.Of(variance).ToList();
        if (rows.Count == 0)
            return [heading, new ReportBlock.Paragraphs(notes)];
        if (rows.Count > MostRows)
            notes.Insert(0, $"{Display.Count(rows.Count - MostRows, "smaller share")} in report.json.");
        var rest = Rest(variance).Select(r => (Name: $"({r.Name})", r.Part));
        var table = new ReportTable(
            [new("parameter", false), new("share", true)],
            [.. rows.Take(MostRows).Concat(rest).Select(row => (IReadOnlyList<string>)
            [
                Display.Shortened(Display.Line(row.Name), TextTable.MostCharacters - 20),
                string.Create(CultureInfo.InvariantCulture, $"{100 * row.Part.Share:F1} %"),
            ])],
            notes);
        return [heading, table];
    }

    /// <summary>The name of a parameter, or of a pair.</summary>
    public static string Name(IReadOnlyList<string> parameters) => string.Join(" x ", parameters);

    /// <summary>
    /// Those that change together. What single parameters say already has no degree of freedom left, and so no share.
    /// </summary>
    public static IEnumerable<AliasedTerm> Together(ParameterShares variance) =>
        variance.Aliased.Where(a => a.Part.DegreesOfFreedom > 0);

    /// <summary>What no parameter and no pair explains, by what it is called.</summary>
    public static IEnumerable<(string Name, VariancePart Part)> Rest(ParameterShares variance)
    {
        if (variance.Noise is null && variance.Residual is { } residual)
            yield return ("not explained", residual);
        if (variance.LackOfFit is { } lack)
            yield return ("not explained, between configurations", lack);
        if (variance.Noise is { } noise)
            yield return ("noise, between repeats", noise);
    }
}
