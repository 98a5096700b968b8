using System.Text.Json.Serialization;
using MultiRunner.Format;
using MultiRunner.Grids;

namespace MultiRunner.Reports.Model;

/// <summary>One point of a report.</summary>
internal sealed record ReportPoint
{
    /// <summary>How many files a report names for each point at most.</summary>
    public const int MostArtifacts = 100;

    /// <summary>The index of the point.</summary>
    [JsonPropertyName("point")]
    public required int Index { get; init; }

    /// <summary>
    /// Its state. A point whose result is decided but not yet sealed (<see cref="PointState.Committed"/>) is
    /// <see cref="PointState.Finished"/> here when its result can be read, and <see cref="PointState.Running"/> otherwise.
    /// </summary>
    [JsonIgnore]
    public PointState State { get; init; }

    /// <summary>Whether it waits for a worker, but skipped itself on every host on which a worker lives.</summary>
    [JsonIgnore]
    public bool IsSkipped => State == PointState.ToRun && Skips is not null;

    /// <summary>The state as text: <c>to_run</c>, <c>skipped</c>, <c>running</c>, <c>finished</c> or <c>failed</c>.</summary>
    [JsonPropertyName("state")]
    public string StateName
    {
        get => State switch
        {
            PointState.ToRun => IsSkipped ? "skipped" : "to_run",
            PointState.Failed => "failed",
            PointState.Finished => "finished",
            _ => "running",
        };
        init => State = value switch
        {
            "to_run" or "skipped" => PointState.ToRun,
            "failed" => PointState.Failed,
            "finished" => PointState.Finished,
            _ => PointState.Running,
        };
    }

    /// <summary>The arguments by name.</summary>
    [JsonPropertyName("arguments")]
    public required CanonicalJson Key { get; init; }

    /// <summary>The arguments in the order of the report's parameters; null where the point has none of that name.</summary>
    [JsonIgnore]
    public IReadOnlyList<CanonicalJson?> Arguments { get; init; } = [];

    /// <summary>The numbers of its result, compared without case; null without a result, or when that cannot be read.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>The texts of its result, or null.</summary>
    public IReadOnlyDictionary<string, string>? Details { get; init; }

    /// <summary>The curves of its result by the name of their metric, in a few numbers each; null when there are none.</summary>
    public IReadOnlyDictionary<string, CurveSummary>? Curves { get; init; }

    /// <summary>
    /// The files that its result has beside it, as paths relative to the sweep directory, in ordinal order and cut to
    /// <see cref="MostArtifacts"/>; null when there are none.
    /// </summary>
    public IReadOnlyList<string>? Artifacts { get; init; }

    /// <summary>How many more files there are; null when <see cref="Artifacts"/> has all.</summary>
    public int? MoreArtifacts { get; init; }

    /// <summary>When the attempt started whose result counts, by its worker's clock.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long the attempt took whose result counts, in seconds.</summary>
    public double? Seconds { get; init; }

    /// <summary>The worker whose result counts, or that is running the point.</summary>
    public string? Worker { get; init; }

    /// <summary>The host of the worker whose result counts.</summary>
    public string? Host { get; init; }

    /// <summary>Which attempt of that worker it was, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>The build of the user's code that the result is of; null when the result does not say.</summary>
    public AssemblyStamp? Build { get; init; }

    /// <summary>
    /// The failed attempts on record. The oldest comes first; those of unknown time, such as crashes, come last. Null when there are
    /// none.
    /// </summary>
    public IReadOnlyList<ReportFailure>? Failures { get; init; }

    /// <summary>
    /// Where and why it skipped itself, the oldest first, for a point that is to be run, that no attempt failed at, and that skipped
    /// itself on every host on which a worker lives. Null for every other one.
    /// </summary>
    public IReadOnlyList<ReportSkip>? Skips { get; init; }

    /// <summary>The same point in a report with another objective.</summary>
    public ReportPoint By(Objective? objective) => Curves is null
        ? this
        : this with { Curves = Curves.ToDictionary(curve => curve.Key, curve => curve.Value.By(curve.Key, objective)) };

    /// <summary>The value of a metric, or null when the point has no such number.</summary>
    public double? Metric(string name) => Metrics is not null && Metrics.TryGetValue(name, out var value) ? value : null;
}
