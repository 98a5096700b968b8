using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Model;

/// <summary>Whether the best value is an infinity, which is more often a mistake in the measurement than the best result.</summary>
internal static class InfinityCheck
{
    /// <summary>A sentence that names the points that win by an infinity, if there are any.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<ReportPoint> points, Objective? objective)
    {
        if (objective is null)
            yield break;
        var best = objective.Maximize ? double.PositiveInfinity : double.NegativeInfinity;
        var winners = points.Where(p => p.Metric(objective.Metric) == best).ToList();
        if (winners.Count == 0)
            yield break;
        var name = winners[0].Metrics!.Keys.First(key => MetricNames.Comparer.Equals(key, objective.Metric));
        yield return ReadingWarnings.InfinityIsBest(name, best, [.. winners.Select(p => p.Index)]);
    }
}
