using MultiRunner.Filtering;
using MultiRunner.Grids;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Comparing;

/// <summary>A point of a report as a filter sees it.</summary>
/// <param name="report">The report.</param>
/// <param name="point">The point.</param>
internal sealed class ReportPointValues(SweepReport report, ReportPoint point) : IPointValues
{
    /// <summary>The side with the points alone that a filter means.</summary>
    /// <exception cref="FilterException">The filter is wrong for this side.</exception>
    public static ComparedSide Select(ComparedSide side, string filter)
    {
        var report = side.Report;
        var parsed = PointFilter.Parse(filter, side.Manifest.Parameters, [.. report.Points.Select(p => p.Key)], report.Metrics);
        return side with { Report = report.Only(p => parsed.Matches(new ReportPointValues(report, p))) };
    }

    public CanonicalJson? Argument(string parameter)
    {
        for (var i = 0; i < report.Parameters.Count; i++)
        {
            if (report.Parameters[i] == parameter)
                return point.Arguments[i];
        }

        return null;
    }

    public double? Metric(string name) => point.Metric(name);

    public string? Text(PointProperty property) => property switch
    {
        PointProperty.State => point.StateName,
        PointProperty.Worker => point.Worker,
        PointProperty.Host => point.Host,
        PointProperty.Build => point.Build?.ModuleId,
        _ => null,
    };

    public double? Number(PointProperty property) => property switch
    {
        PointProperty.Point => point.Index,
        PointProperty.Seconds => point.Seconds,
        PointProperty.Attempt => point.Attempt,
        _ => null,
    };
}
