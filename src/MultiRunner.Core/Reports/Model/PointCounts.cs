using System.Text.Json.Serialization;
using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>How many points of a report are in which state.</summary>
/// <param name="Total">How many points there are.</param>
/// <param name="Finished">How many have a result.</param>
/// <param name="Failed">How many have used up their attempts.</param>
/// <param name="Running">How many a worker has claimed.</param>
/// <param name="ToRun">How many wait for a worker.</param>
/// <param name="Skipped">How many wait for a worker, too, but skipped themselves on every host on which a worker lives.</param>
internal sealed record PointCounts(int Total, int Finished, int Failed, int Running, int ToRun, int Skipped)
{
    /// <summary>How many are neither finished nor failed nor skipped.</summary>
    [JsonIgnore]
    public int Open => Running + ToRun;

    /// <summary>The counts of two sweeps together.</summary>
    public static PointCounts operator +(PointCounts a, PointCounts b) =>
        new(
            a.Total + b.Total,
            a.Finished + b.Finished,
            a.Failed + b.Failed,
            a.Running + b.Running,
            a.ToRun + b.ToRun,
            a.Skipped + b.Skipped);

    /// <summary>Counts <paramref name="points"/>.</summary>
    public static PointCounts Of(IReadOnlyList<ReportPoint> points)
    {
        int In(PointState state) => points.Count(p => p.State == state);
        var skipped = points.Count(p => p.IsSkipped);
        return new PointCounts(
            points.Count,
            In(PointState.Finished),
            In(PointState.Failed),
            In(PointState.Running),
            In(PointState.ToRun) - skipped,
            skipped);
    }
}
