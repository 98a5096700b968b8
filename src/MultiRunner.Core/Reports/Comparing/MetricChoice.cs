using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Reports.Comparing;

/// <summary>By which metric two sides are compared, as somebody has asked for it.</summary>
/// <param name="Given">The metric with its direction; null when that of the sweep is meant.</param>
/// <param name="Name">A metric whose direction the objective of the sweep is to tell; null when none is given so.</param>
internal sealed record MetricChoice(Objective? Given, string? Name)
{
    /// <summary>Nothing is asked for: the objective of the sweep counts.</summary>
    public static readonly MetricChoice Own = new(null, null);

    /// <summary>The metric and its direction.</summary>
    /// <exception cref="ComparisonException">There is none, or nothing tells its direction.</exception>
    public (ComparedMetric Metric, bool Maximize) Of(ComparedSide before, ComparedSide after, ComparedMetrics metrics)
    {
        if (Given is not null)
            return (metrics.Find(Given.Metric, Given.Maximize ? "--maximize" : "--minimize"), Given.Maximize);
        var objectives = new[] { after.Manifest.Objective, before.Manifest.Objective }.OfType<Objective>();
        if (Name is null)
        {
            return objectives.FirstOrDefault() is { } own
                ? (metrics.FindMetric(own.Metric, "The objective"), own.Maximize)
                : throw new ComparisonException(
                    $"Two sweeps are compared by the objective, but {after.Report.Sweep} has none. Name a metric and its direction by "
                    + "--maximize METRIC or --minimize METRIC.");
        }

        var metric = metrics.FindMetricFirst(Name, "--metric");
        var known = objectives.Where(o => MetricNames.Comparer.Equals(o.Metric, metric.Key)).Distinct().ToList();
        return known is [var only]
            ? (metric, only.Maximize)
            : throw new ComparisonException(
                $"--metric takes a metric of which the objective says whether more is better, but that of '{metric.Name}' is "
                + $"{(known.Count == 0 ? "not known" : "another one before than after")}. Write --maximize {metric.Name} or "
                + $"--minimize {metric.Name} instead.");
    }
}
