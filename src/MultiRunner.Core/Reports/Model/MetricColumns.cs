using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Reports.Model;

/// <summary>The metrics that results have.</summary>
internal static class MetricColumns
{
    /// <summary>Their names, each as the first result writes it: the objective first, then in the order of appearance.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ReportPoint> points, Objective? objective)
    {
        var seen = new HashSet<string>(MetricNames.Comparer);
        var names = points.Where(p => p.Metrics is not null).SelectMany(p => p.Metrics!.Keys).Where(seen.Add).ToList();
        return [.. names.OrderBy(name => objective is not null && MetricNames.Comparer.Equals(name, objective.Metric) ? 0 : 1)];
    }

    /// <summary>The name of the objective's metric as results write it; null without an objective, or when no result has it.</summary>
    public static string? Ranked(IReadOnlyList<string> metrics, Objective? objective) =>
        objective is not null && metrics is [var first, ..] && MetricNames.Comparer.Equals(first, objective.Metric) ? first : null;
}
