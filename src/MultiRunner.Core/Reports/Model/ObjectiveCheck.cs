using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Model;

/// <summary>Whether the results can be ranked by the objective.</summary>
internal static class ObjectiveCheck
{
    /// <summary>A sentence for each reason why some or all results are not ranked as their reader may expect.</summary>
    public static IEnumerable<string> Warnings(
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<Configuration> ranked,
        IReadOnlyList<string> metrics,
        Objective? objective)
    {
        var results = points.Where(p => p.Metrics is not null).ToList();
        if (objective is null || results.Count == 0)
            yield break;

        var lacking = results.Where(p => p.Metric(objective.Metric) is null).Select(p => p.Index).ToList();
        if (lacking.Count == results.Count)
        {
            yield return ReportWarnings.NoMetric(objective.Metric, metrics);
            yield break;
        }

        if (lacking.Count > 0)
            yield return ReportWarnings.NotRanked(lacking, results.Count, objective.Metric);
        var nan = results.Where(p => p.Metric(objective.Metric) is double.NaN).Select(p => p.Index).ToList();
        if (nan.Count > 0)
            yield return ReportWarnings.NaN(MetricNames.Written(objective.Metric), nan);

        var infinite = ranked.Where(c => c.Rank == 1).SelectMany(c => c.Members).Where(p => IsInfinite(p, objective)).ToList();
        if (infinite.Count > 0)
        {
            var value = objective.Maximize ? double.PositiveInfinity : double.NegativeInfinity;
            yield return ReportWarnings.Infinite(MetricNames.Written(objective.Metric), value, [.. infinite.Select(p => p.Index)]);
        }
    }

    private static bool IsInfinite(ReportPoint point, Objective objective) =>
        point.Metric(objective.Metric) is { } value && double.IsInfinity(value) && double.IsPositive(value) == objective.Maximize;
}
