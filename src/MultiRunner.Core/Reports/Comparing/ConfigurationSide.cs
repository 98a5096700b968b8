using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>A configuration as one side has it.</summary>
/// <param name="State">What there is.</param>
/// <param name="Points">The indices of its points.</param>
/// <param name="Failed">How many of them have failed.</param>
/// <param name="Summary">The metric over the points that have it; null when none has.</param>
internal sealed record ConfigurationSide(SideState State, IReadOnlyList<int> Points, int Failed, SampleSummary? Summary)
{
    /// <summary>The value of each repeat, by the arguments of the repeat parameters.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, double> Sample { get; private init; } = new Dictionary<string, double>();

    /// <summary>How many points have ended without a value: they failed, or their results lack it or cannot be read.</summary>
    [JsonIgnore]
    public int WithoutValue { get; private init; }

    /// <summary>How many points wait or run, so that they may still get a value.</summary>
    [JsonIgnore]
    public int Open { get; private init; }

    /// <summary>How many points wait, too, but skipped themselves on every host on which a worker lives.</summary>
    [JsonIgnore]
    public int Skipped { get; private init; }

    /// <summary>The repeats that have failed, each by the arguments of the repeat parameters.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> FailedRepeats { get; private init; } = [];

    /// <summary>The mean; null when there is none that is finite.</summary>
    [JsonIgnore]
    public double? Mean => State == SideState.Measured ? Summary!.Mean : null;

    /// <param name="points">The points of the configuration.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="keyOf">A text that tells the repeats apart, and that the same repeat of the other side has, too.</param>
    public static ConfigurationSide Of(IReadOnlyList<ReportPoint> points, ComparedMetric metric, Func<ReportPoint, string> keyOf)
    {
        var sample = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var point in points.Where(p => p.Metrics is not null))
        {
            // Of points that differ in nothing else, such as those of a parameter that one side alone has, each is a repeat of its own.
            var key = keyOf(point);
            if (metric.Of(point) is { } value && !sample.TryAdd(key, value))
                sample.Add($"{key}\0{point.Index}", value);
        }

        var summary = sample.Count == 0 ? null : SampleSummary.Of([.. sample.Values]);
        return new ConfigurationSide(
            StateOf(points, summary),
            [.. points.Select(p => p.Index)],
            points.Count(p => p.State == PointState.Failed),
            summary)
        {
            Sample = sample,
            Open = points.Count(p => !HasEnded(p) && !p.IsSkipped),
            Skipped = points.Count(p => p.IsSkipped),
            FailedRepeats = [.. points.Where(p => p.State == PointState.Failed).Select(keyOf)],
            WithoutValue = points.Count(p => HasEnded(p) && (p.Metrics is null || metric.Of(p) is null)),
        };
    }

    private static bool HasEnded(ReportPoint point) => point.State is PointState.Finished or PointState.Failed;

    private static SideState StateOf(IReadOnlyList<ReportPoint> points, SampleSummary? summary)
    {
        if (summary is not null)
            return double.IsFinite(summary.Mean) ? SideState.Measured : SideState.NotFinite;
        if (points.Count == 0)
            return SideState.Absent;
        if (!points.All(HasEnded))
            return SideState.Open;
        return points.Any(p => p.State == PointState.Failed) ? SideState.Failed : SideState.Lacking;
    }
}
