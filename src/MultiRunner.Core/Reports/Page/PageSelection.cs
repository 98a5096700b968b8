using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>What of a report is on its page. A browser shows only so much, and the page says what it leaves to the other files.</summary>
/// <param name="Configurations">The configurations, in ranked order.</param>
/// <param name="Points">Their points, in the order of the report.</param>
/// <param name="Left">What is left out, a sentence each.</param>
internal sealed record PageSelection(
    IReadOnlyList<Configuration> Configurations, IReadOnlyList<ReportPoint> Points, IReadOnlyList<string> Left)
{
    /// <summary>How many configurations a page has at most.</summary>
    public const int MostConfigurations = 20_000;

    /// <summary>How many points they have at most together, for repeats count, too.</summary>
    public const int MostPoints = 50_000;

    /// <summary>The best configurations, or without a ranking the first ones; usually all.</summary>
    public static PageSelection Of(SweepReport report)
    {
        var shown = HowMany(report.Configurations);
        if (shown == report.Configurations.Count)
            return new PageSelection(report.Configurations, report.Points, []);
        var configurations = report.Configurations.Take(shown).ToList();
        var points = configurations.SelectMany(c => c.Members).OrderBy(p => p.Index).ToList();
        return new PageSelection(configurations, points, [LeftOut(report, shown)]);
    }

    private static int HowMany(IReadOnlyList<Configuration> all)
    {
        var points = 0;
        var shown = 0;
        while (shown < Math.Min(all.Count, MostConfigurations) && points + all[shown].Repeats <= MostPoints)
            points += all[shown++].Repeats;
        return shown;
    }

    private static string LeftOut(SweepReport report, int shown)
    {
        var which = report.RankedBy is null ? "first" : "best";
        return $"This page has the {which} {Display.Grouped((UInt128)shown)} of "
            + $"{Display.Grouped((UInt128)report.Configurations.Count)} configurations; report.csv has every point.";
    }
}
