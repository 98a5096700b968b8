using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>What of a report is on its page. A browser shows only so much, and the page says what it leaves to the other files.</summary>
/// <param name="Configurations">The configurations, in ranked order.</param>
/// <param name="Points">Their points, in the order of the report.</param>
/// <param name="Part">Which part of the sweep that is, as words within a sentence; null when it is all of it.</param>
/// <param name="Left">What is left out, a sentence each.</param>
internal sealed record PageSelection(
    IReadOnlyList<Configuration> Configurations, IReadOnlyList<ReportPoint> Points, string? Part, IReadOnlyList<string> Left)
{
    /// <summary>How many configurations a page has at most.</summary>
    public const int MostConfigurations = 20_000;

    /// <summary>How many points they have at most together, for repeats count, too.</summary>
    public const int MostPoints = 50_000;

    /// <summary>The best configurations, or without a ranking the first ones; usually all.</summary>
    public static PageSelection Of(SweepReport report)
    {
        var shown = HowMany(report.Configurations);
        var configurations = report.Configurations.Take(shown).ToList();
        var all = configurations.Sum(c => (long)c.Repeats);
        if (shown == report.Configurations.Count && all <= MostPoints)
            return new PageSelection(report.Configurations, report.Points, Part: null, []);

        // One configuration may have more points than a page. Its best point is among those that are shown.
        var points = configurations
            .SelectMany(c => c.Members.OrderBy(p => p.Index != c.BestPoint))
            .Take(MostPoints)
            .OrderBy(p => p.Index)
            .ToList();
        return new PageSelection(
            configurations, points, PartOf(report, shown, all, points.Count), [.. LeftOut(report, shown, all, points)]);
    }

    private static string PartOf(SweepReport report, int shown, long all, int points)
    {
        var (which, configurations) = (Which(report), report.Configurations.Count);
        return points == all ? $"the {which} {Grouped(shown)} of {Grouped(configurations)} configurations"
            : $"{Grouped(points)} of the {Grouped(all)} points of the "
                + (configurations == 1 ? "only configuration" : $"{which} of {Grouped(configurations)} configurations");
    }

    private static string Which(SweepReport report) => report.RankedBy is null ? "first" : "best";

    private static int HowMany(IReadOnlyList<Configuration> all)
    {
        var points = 0;
        var shown = 0;
        while (shown < Math.Min(all.Count, MostConfigurations) && points + all[shown].Repeats <= MostPoints)
            points += all[shown++].Repeats;

        // A page without any point says nothing, so the first configuration is there however many points it has.
        return Math.Max(shown, Math.Min(all.Count, 1));
    }

    private static IEnumerable<string> LeftOut(SweepReport report, int shown, long all, List<ReportPoint> points)
    {
        if (shown < report.Configurations.Count)
            yield return $"This page has the {Which(report)} {Grouped(shown)} of {Grouped(report.Configurations.Count)} configurations; "
                + "report.csv has every point.";
        if (points.Count < all)
            yield return $"This page has {Grouped(points.Count)} of the {Grouped(all)} points of its only configuration; "
                + "report.csv has every point.";
        if (report.Counts.Failed - points.Count(p => p.State == PointState.Failed) is > 0 and var failed)
            yield return $"{Grouped(failed)} failed {(failed == 1 ? "point is" : "points are")} not in the table; "
                + "\"What went wrong\" has the errors, and report.csv has the points.";
    }

    private static string Grouped(long count) => Display.Grouped((UInt128)count);
}
