using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>The best configurations of a sweep.</summary>
/// <param name="Sweep">Namespace, class and method.</param>
/// <param name="Directory">Its directory.</param>
/// <param name="Objective">What they are ranked by.</param>
/// <param name="Counts">How many points are in which state: while some are open, the best can change.</param>
/// <param name="Warnings">What is wrong or surprising, a sentence each.</param>
/// <param name="Best">The best configurations, best first. One whose mean is not a number is no best.</param>
internal sealed record BestOfSweep(
    string Sweep,
    string Directory,
    Objective Objective,
    PointCounts Counts,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<Configuration> Best)
{
    /// <summary>The best of a report.</summary>
    /// <param name="report">The report, which has an objective.</param>
    /// <param name="directory">Its directory.</param>
    /// <param name="most">How many are wanted at most.</param>
    public static BestOfSweep Of(SweepReport report, string directory, int most) => new(
        report.Sweep,
        directory,
        report.Objective!,
        report.Counts,
        report.Warnings,
        [.. report.Configurations.Where(c => c.Objective is { } summary && !double.IsNaN(summary.Mean)).Take(most)]);
}
