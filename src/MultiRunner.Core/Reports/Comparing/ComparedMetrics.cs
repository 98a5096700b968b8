using MultiRunner.Reports.Formatting;
using MultiRunner.Results;

namespace MultiRunner.Reports.Comparing;

/// <summary>
/// The metrics by which two sides can be compared. The time that points took is one of them: it is called <c>seconds</c>, or
/// <c>point.seconds</c> where the method returns a metric <c>seconds</c> of its own.
/// </summary>
internal sealed class ComparedMetrics
{
    private const string Seconds = "seconds";
    private const string PointSeconds = $"point.{Seconds}";

    private readonly ComparedSide[] sides;
    private readonly bool isSecondsMetric;
    private readonly ComparedMetric time;

    /// <param name="before">The first side.</param>
    /// <param name="after">The second side.</param>
    public ComparedMetrics(ComparedSide before, ComparedSide after)
    {
        sides = [before, after];
        isSecondsMetric = sides.Any(side =>
            side.Report.Metrics.Any(name => Is(name, Seconds)) || Is(side.Manifest.Objective?.Metric, Seconds));
        time = new ComparedMetric(isSecondsMetric ? PointSeconds : Seconds, Key: null);
    }

    /// <summary>The metric of a name, whatever its case, or the time of the points.</summary>
    /// <param name="name">The name.</param>
    /// <param name="source">What gives the name, such as an option.</param>
    /// <exception cref="ComparisonException">A side has results, and none of them has it; or it may be a metric or the time.</exception>
    public ComparedMetric Find(string name, string source) => isSecondsMetric && Is(name, Seconds)
        ? throw new ComparisonException(
            $"{source} names one number to compare by, but '{Display.Line(name)}' is a metric of the sweep and the time of its points. "
            + $"Write {MetricName(Seconds)} for the metric, or {PointSeconds} for the time.")
        : FindMetricFirst(name, source);

    /// <summary>The same, where a name that is both means the metric.</summary>
    /// <exception cref="ComparisonException">A side has results, and none of them has it.</exception>
    public ComparedMetric FindMetricFirst(string name, string source)
    {
        var isTime = Is(name, PointSeconds) || (!isSecondsMetric && Is(name, Seconds));
        return isTime && !sides.Any(side => KeyOf(side, name) is not null) ? time : FindMetric(name, source);
    }

    /// <summary>The metric of a name that results have. The time of the points is none.</summary>
    /// <exception cref="ComparisonException">A side has results, and none of them has it.</exception>
    public ComparedMetric FindMetric(string name, string source)
    {
        var lacking = sides.Where(side => side.Report.Metrics.Count > 0 && KeyOf(side, name) is null).ToList();
        if (lacking.Count == 0)
        {
            var key = sides.Reverse().Select(side => KeyOf(side, name)).FirstOrDefault(key => key is not null) ?? name;
            return new ComparedMetric(MetricName(key), key);
        }

        var facts = lacking.Select(side =>
            $"no result of '{side.Label}' has it. Its metrics are {string.Join(", ", NamesOf(side).Select(n => $"'{Display.Line(n)}'"))}");
        throw new ComparisonException(
            $"{source} names the metric '{Display.Line(name)}', which both sides must have, but {string.Join("; ", facts)}.");
    }

    private IEnumerable<string> NamesOf(ComparedSide side) => [.. side.Report.Metrics.Select(MetricName), time.Name];

    private static string? KeyOf(ComparedSide side, string name) =>
        side.Report.Metrics.FirstOrDefault(key => Is(key, name)) ?? side.Report.Metrics.FirstOrDefault(key => Is(MetricName(key), name));

    private static string MetricName(string key) => Is(key, Seconds) ? $"metric.{key}" : key;

    private static bool Is(string? one, string other) => one is not null && MetricNames.Comparer.Equals(one, other);
}
