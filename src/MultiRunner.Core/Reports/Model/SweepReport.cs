using System.Text.Json.Serialization;
using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>
/// What a sweep has come to, computed once and free of any culture; the formats only print it. Every number of it counts
/// the points of the report alone, which may be fewer than the sweep directory holds.
/// </summary>
internal sealed record SweepReport
{
    /// <summary>How many points <see cref="Best"/> holds at most.</summary>
    public const int BestCount = 10;

    /// <summary>The version of the format of <c>report.json</c> that this code writes.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Version of the format of <c>report.json</c>.</summary>
    public int Format { get; } = CurrentFormat;

    /// <summary>Namespace, class and method.</summary>
    public required string Sweep { get; init; }

    /// <summary>When the directory was read, by the reader's clock.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>
    /// A digest of the manifest and of the file names that say which state each point is in and which attempts failed. A worker
    /// that finds the same digest takes the points from the report and does not read every result again. Null when something could
    /// not be read.
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>The metric that decides which point is best, or null when there is no ranking.</summary>
    public Objective? Objective { get; init; }

    /// <summary>How many points are in which state.</summary>
    public required PointCounts Counts { get; init; }

    /// <summary>How many points of older code the sweep directory holds besides; null when there are none.</summary>
    public int? OlderPoints { get; init; }

    /// <summary>The builds of the user's code that the results are of, newest first. A result that names none is of none of them.</summary>
    public IReadOnlyList<ReportBuild> Builds { get; init; } = [];

    /// <summary>
    /// The build that joined last, or that of the worker that made this report. It may have no result yet. Null when nothing tells.
    /// </summary>
    public AssemblyStamp? NewestBuild { get; init; }

    /// <summary>Checkpoints of finished points; null when there are none.</summary>
    public ReportCheckpoints? Checkpoints { get; init; }

    /// <summary>What is wrong or surprising, a sentence each. Empty when the numbers can be taken as they are.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The names of the parameters, in the order of the method.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The names of the metrics, the objective first, the others in the order in which they first appear.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>The objective's metric as results write it; null without an objective, or when no result has it.</summary>
    [JsonIgnore]
    public string? RankedBy => MetricColumns.Ranked(Metrics, Objective);

    /// <summary>
    /// The best finished points, best first, at most <see cref="BestCount"/>; of equals the one with the lower index comes
    /// first, and NaN comes last. Empty without an objective. A point without that metric is not ranked.
    /// </summary>
    public required IReadOnlyList<ReportPoint> Best { get; init; }

    /// <summary>What each value of a parameter comes to on average, for parameters of which that says something.</summary>
    public required IReadOnlyList<ParameterEffect> Effects { get; init; }

    /// <summary>Every worker that left a record, whoever finished most first.</summary>
    public required IReadOnlyList<ReportWorker> Workers { get; init; }

    /// <summary>Every point, in the order of the indices.</summary>
    public required IReadOnlyList<ReportPoint> Points { get; init; }

    /// <summary>Puts what was read together.</summary>
    public static SweepReport Of(
        string sweep,
        DateTimeOffset written,
        Objective? objective,
        IReadOnlyList<string> parameters,
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<ReportWorker> workers,
        IEnumerable<string> warnings,
        int? olderPoints)
    {
        var metrics = MetricColumns.Of(points, objective);
        return new SweepReport
        {
            Sweep = sweep,
            Written = written,
            Objective = objective,
            Counts = PointCounts.Of(points),
            OlderPoints = olderPoints,
            Warnings = [.. warnings, .. ObjectiveCheck.Warnings(points, metrics, objective)],
            Parameters = parameters,
            Metrics = metrics,
            Best = objective is null ? [] : Ranking.Best(points, objective, BestCount),
            Effects = ParameterEffects.Of(points, parameters, metrics, objective),
            Workers = workers,
            Points = points,
        };
    }
}
