using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>The mean of a metric over some points. NaN is left out of it and counted instead.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Count">The points that have the metric and for which it is a number.</param>
/// <param name="NotANumber">The points for which it is NaN.</param>
/// <param name="Mean">The arithmetic mean over <paramref name="Count"/> points, or null when there are none.</param>
/// <param name="Best">The best value among them; null when there are none, or when the metric is not the objective.</param>
internal sealed record MetricMean(string Metric, int Count, int NotANumber, double? Mean, double? Best)
{
    /// <summary>The mean of <paramref name="metric"/> over <paramref name="points"/>.</summary>
    public static MetricMean Of(string metric, IReadOnlyCollection<ReportPoint> points, Objective? objective)
    {
        var values = points.Select(p => p.Metric(metric)).OfType<double>().ToList();
        var numbers = values.Where(v => !double.IsNaN(v)).ToList();
        return new MetricMean(
            metric,
            numbers.Count,
            values.Count - numbers.Count,
            numbers.Count == 0 ? null : numbers.Average(),
            numbers.Count == 0 || objective is null ? null : objective.Maximize ? numbers.Max() : numbers.Min());
    }
}
