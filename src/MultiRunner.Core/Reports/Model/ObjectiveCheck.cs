using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Model;

/// <summary>Whether the results can be ranked by the objective.</summary>
internal static class ObjectiveCheck
{
    /// <summary>A sentence for each reason why some or all results are not ranked as their reader may expect.</summary>
    public static IEnumerable<string> Warnings(IReadOnlyList<ReportPoint> points, IReadOnlyList<string> metrics, Objective? objective)
    {
        var results = points.Where(p => p.Metrics is not null).ToList();
        if (objective is null || results.Count == 0)
            yield break;

        var lacking = results.Where(p => p.Metric(objective.Metric) is null).Select(p => p.Index).ToList();
        if (lacking.Count == results.Count)
        {
            var present = metrics.Count == 0 ? "They have no metrics at all." : $"The metrics that they have: {string.Join(", ", metrics.Select(m => $"'{m}'"))}.";
            yield return $"No result has the metric '{objective.Metric}', by which the points are to be ranked, so there is no best point. {present} Return or record a number named '{objective.Metric}', or name another metric in the sweep's attribute.";
            yield break;
        }

        if (lacking.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"{lacking.Count} of {results.Count} results lack the metric '{objective.Metric}' and are not ranked: {Display.Points(lacking)}.");

        var nan = results.Where(p => p.Metric(objective.Metric) is { } value && double.IsNaN(value)).Select(p => p.Index).ToList();
        if (nan.Count > 0)
            yield return $"'{MetricNames.Written(objective.Metric)}' is NaN at {Display.Points(nan)}: ranked last, and left out of the means.";
    }
}
