using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Comparing;

/// <summary>The metrics by which two sides can be compared. The time that points took is one of them.</summary>
/// <param name="before">The first side.</param>
/// <param name="after">The second side.</param>
internal sealed class ComparedMetrics(ComparedSide before, ComparedSide after)
{
    private const string Seconds = "seconds";

    /// <summary>The metric of a name, whatever its case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">What gives the name, such as an option.</param>
    /// <exception cref="ComparisonException">A side has results, and none of them has it.</exception>
    public ComparedMetric Find(string name, string source)
    {
        var known = Of(after).Concat(Of(before)).FirstOrDefault(metric => MetricNames.Comparer.Equals(metric.Name, name));
        var lacking = new[] { before, after }.Where(side => side.Report.Metrics.Count > 0 && !Has(side, name)).ToList();
        if (lacking.Count == 0)
            return known ?? new ComparedMetric(name, name);
        var facts = lacking.Select(side =>
            $"no result of '{side.Label}' has it. Its metrics are {string.Join(", ", Of(side).Select(m => $"'{Display.Line(m.Name)}'"))}");
        throw new ComparisonException(
            $"{source} names the metric '{Display.Line(name)}', which both sides must have, but {string.Join("; ", facts)}.");
    }

    private static bool Has(ComparedSide side, string name) => Of(side).Any(metric => MetricNames.Comparer.Equals(metric.Name, name));

    private static IEnumerable<ComparedMetric> Of(ComparedSide side) => side.Report.Metrics
        .Select(name => new ComparedMetric(MetricNames.Comparer.Equals(name, Seconds) ? $"metric.{name}" : name, name))
        .Append(new ComparedMetric(Seconds, Key: null));
}
