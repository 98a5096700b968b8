using MultiRunner.Format;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>The mean of a metric over some points. NaN is left out of it and counted instead.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Count">The points that have the metric and for which it is a number.</param>
/// <param name="NotANumber">The points for which it is NaN.</param>
/// <param name="Mean">The arithmetic mean over <paramref name="Count"/> points, or null when there are none.</param>
/// <param name="StandardError">
/// The standard deviation over them, divided by the root of their number; null when there are fewer than two.
/// </param>
/// <param name="Best">The best value among them; null when there are none, or when the metric is not the objective.</param>
/// <param name="Worst">The worst value among them; null when there are none, or when the metric is not the objective.</param>
internal sealed record MetricMean(
    string Metric, int Count, int NotANumber, double? Mean, double? StandardError, double? Best, double? Worst)
{
    /// <summary>
    /// What the mean would be if every value of this parameter had been tried with the same values of the others; null where the grid
    /// is balanced, so that the two are the same, and where that cannot be known.
    /// </summary>
    public double? AdjustedMean { get; init; }

    /// <summary>The mean of <paramref name="metric"/> over <paramref name="points"/>.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="points">The points.</param>
    /// <param name="objective">The objective, when the metric is its; null for another metric.</param>
    public static MetricMean Of(string metric, IReadOnlyCollection<ReportPoint> points, Objective? objective)
    {
        var values = points.Select(p => p.Metric(metric)).OfType<double>().ToList();
        var numbers = values.Where(v => !double.IsNaN(v)).Order().ToList();
        if (numbers.Count == 0)
            return new MetricMean(metric, 0, values.Count, null, null, null, null);
        var summary = SampleSummary.Of(numbers);
        var (low, high) = (numbers[0], numbers[^1]);
        return new MetricMean(
            metric,
            numbers.Count,
            values.Count - numbers.Count,
            summary.Mean,
            summary.StandardDeviation / Math.Sqrt(numbers.Count),
            objective is null ? null : objective.Maximize ? high : low,
            objective is null ? null : objective.Maximize ? low : high);
    }
}
