using System.Text.Json.Serialization;
using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>How many points of a report are in which state.</summary>
/// <param name="Total">All of them.</param>
/// <param name="Finished">Their result is decided.</param>
/// <param name="Failed">Their attempts are used up.</param>
/// <param name="Running">A worker has claimed them.</param>
/// <param name="ToRun">They wait for a worker.</param>
internal sealed record PointCounts(int Total, int Finished, int Failed, int Running, int ToRun)
{
    /// <summary>Neither finished nor failed.</summary>
    [JsonIgnore]
    public int Open => Running + ToRun;

    /// <summary>The counts of two sweeps together.</summary>
    public static PointCounts operator +(PointCounts a, PointCounts b) =>
        new(a.Total + b.Total, a.Finished + b.Finished, a.Failed + b.Failed, a.Running + b.Running, a.ToRun + b.ToRun);

    /// <summary>Counts <paramref name="points"/>.</summary>
    public static PointCounts Of(IReadOnlyList<ReportPoint> points)
    {
        int In(PointState state) => points.Count(p => p.State == state);
        return new PointCounts(points.Count, In(PointState.Finished), In(PointState.Failed), In(PointState.Running), In(PointState.ToRun));
    }
}
