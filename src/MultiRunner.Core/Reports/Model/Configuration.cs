using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Model;

/// <summary>
/// What is judged: the points whose arguments are equal apart from those of repeat parameters. Without a repeat parameter each point
/// is a configuration of its own.
/// </summary>
internal sealed record Configuration
{
    /// <summary>
    /// One more than the number of better configurations, so that configurations with equal means share a rank. Null when it is not
    /// ranked: without an objective, or when none of its results has that metric.
    /// </summary>
    public int? Rank { get; init; }

    /// <summary>How many configurations share the rank; null when no other one does.</summary>
    public int? Tied { get; init; }

    /// <summary>
    /// Whether the best configuration cannot be told from this one at 95 %. Null at the best one, and where that is not known.
    /// </summary>
    public bool? NotDistinguishable { get; init; }

    /// <summary>The arguments by name, without the repeat parameters.</summary>
    [JsonPropertyName("arguments")]
    public required CanonicalJson Key { get; init; }

    /// <summary>The arguments in the order of the report's factors; null where the points have none of that name.</summary>
    [JsonIgnore]
    public IReadOnlyList<CanonicalJson?> Arguments { get; init; } = [];

    /// <summary>Its points, in the order of the indices.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReportPoint> Members { get; init; } = [];

    /// <summary>The indices of its points.</summary>
    public IEnumerable<int> Points => Members.Select(p => p.Index);

    /// <summary>How many points it has, finished or not.</summary>
    public int Repeats => Members.Count;

    /// <summary>How many of them have finished.</summary>
    public required int Finished { get; init; }

    /// <summary>How many of them have failed.</summary>
    public required int Failed { get; init; }

    /// <summary>The objective over the finished points that have its metric; null when none has.</summary>
    public SampleSummary? Objective { get; init; }

    /// <summary>The best single value of the objective; null when there is none that is a number, and when there is one point.</summary>
    public double? BestValue { get; init; }

    /// <summary>The point with <see cref="BestValue"/>, of several the first.</summary>
    public int? BestPoint { get; init; }

    /// <summary>The mean of each metric over the finished points that have it; NaN when it is NaN at one of them.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>The mean time of the attempts whose results count, in seconds; null without a result.</summary>
    public double? Seconds { get; init; }

    /// <summary>Whether a point of it is neither finished nor has it failed.</summary>
    [JsonIgnore]
    public bool IsOpen => Finished + Failed < Repeats;

    /// <summary>Whether not every one of its points has a value of the objective.</summary>
    [JsonIgnore]
    public bool IsIncomplete => Objective is not null && Objective.Count < Repeats;

    /// <summary>The mean of a metric, or null when none of its points has it.</summary>
    public double? Metric(string name) => Metrics.TryGetValue(name, out var value) ? value : null;
}
