using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Comparing;

/// <summary>A number that both sides have for their points.</summary>
/// <param name="Name">Its name, as people are shown it.</param>
/// <param name="Key">The name of the metric in results; null for the time that the points took.</param>
internal sealed record ComparedMetric(string Name, string? Key)
{
    /// <summary>The number of a point; null when it has none.</summary>
    public double? Of(ReportPoint point) => Key is null ? point.Seconds : point.Metric(Key);
}
