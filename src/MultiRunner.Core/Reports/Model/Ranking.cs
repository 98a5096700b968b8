using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>Which points are best.</summary>
internal static class Ranking
{
    /// <summary>
    /// The <paramref name="count"/> best of the finished points that have the objective's metric, best first. NaN is worse
    /// than any number; of equals the one with the lower index comes first.
    /// </summary>
    public static IReadOnlyList<ReportPoint> Best(IReadOnlyList<ReportPoint> points, Objective objective, int count)
    {
        var byObjective = Comparer<double>.Create((a, b) => objective.IsBetter(a, b) ? -1 : objective.IsBetter(b, a) ? 1 : 0);
        return [.. points
            .Where(p => p.Metric(objective.Metric) is not null)
            .OrderBy(p => p.Metric(objective.Metric)!.Value, byObjective)
            .ThenBy(p => p.Index)
            .Take(count)];
    }
}
