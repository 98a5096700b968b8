using System.Text.Json.Serialization;
using MultiRunner.Filtering;
using MultiRunner.Format;

namespace MultiRunner.Reports.Model;

/// <summary>
/// What a sweep has come to, computed once and free of any culture; the formats only print it. Every number of it, except for those
/// of the workers, counts the points of the report alone, which may be fewer than the sweep directory holds.
/// </summary>
internal sealed record SweepReport
{
    /// <summary>How many configurations <see cref="Best"/> holds at most.</summary>
    public const int BestCount = 10;

    /// <summary>The version of the format of <c>report.json</c> that this code writes.</summary>
    public const int CurrentFormat = 3;

    /// <summary>Version of the format of <c>report.json</c>.</summary>
    public int Format { get; } = CurrentFormat;

    /// <summary>Namespace, class and method.</summary>
    public required string Sweep { get; init; }

    /// <summary>The full path of the sweep directory as this process sees it; null when that is not known.</summary>
    [JsonIgnore]
    public string? Directory { get; init; }

    /// <summary>When the directory was read, by the reader's clock.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>
    /// A digest of the manifest and of the file names that say which state each point is in and which attempts failed. A worker
    /// that finds the same digest takes the points from the report and does not read every result again. Null when something could
    /// not be read.
    /// </summary>
    public string? Basis { get; init; }

    /// <summary>
    /// A digest of <see cref="Basis"/>, <see cref="Surroundings"/> and the text of the report. A worker that finds the same digest reads
    /// no point and writes nothing. Null until the report is written as JSON, and when something could not be read.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>How many points are finished, and which is best, in one line; null until the report is written as JSON.</summary>
    public string? Headline { get; init; }

    /// <summary>A digest of all that the report is made of besides its points; null when something could not be read.</summary>
    [JsonIgnore]
    public string? Surroundings { get; init; }

    /// <summary>The metric that decides which configuration is best, or null when there is no ranking.</summary>
    public Objective? Objective { get; init; }

    /// <summary>How many points are in which state.</summary>
    public required PointCounts Counts { get; init; }

    /// <summary>
    /// How the points of the newest code were chosen, whichever of them the report is on; null for all combinations, and for rows.
    /// </summary>
    public ReportGrid? Grid { get; init; }

    /// <summary>How many points of older code the sweep directory holds besides; null when there are none.</summary>
    public int? OlderPoints { get; init; }

    /// <summary>The builds of the user's code that the results are of, newest first. A result that names none counts for none.</summary>
    public IReadOnlyList<ReportBuild> Builds { get; init; } = [];

    /// <summary>
    /// The build that joined last, or that of the worker that made this report. It may have no result yet. Null when nothing tells.
    /// </summary>
    public AssemblyStamp? NewestBuild { get; init; }

    /// <summary>Checkpoints of finished points; null when there are none.</summary>
    public ReportCheckpoints? Checkpoints { get; init; }

    /// <summary>What is wrong or surprising, a sentence each. Empty when the numbers can be taken as they are.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Those of the <see cref="Warnings"/> that came up while the directory was read.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> WarningsOfReading { get; init; } = [];

    /// <summary>The names of the parameters, in the order of the method.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>What the values of the parameters are by their types; empty when that is not known.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, FilterKind> Kinds { get; init; } = new Dictionary<string, FilterKind>();

    /// <summary>Those of the parameters that only tell the repeats of one configuration apart.</summary>
    public required IReadOnlyList<string> Repeats { get; init; }

    /// <summary>The parameters that make up a configuration: all but the repeats.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Factors => [.. Parameters.Where(p => !Repeats.Contains(p))];

    /// <summary>The names of the metrics, the objective first, the others in the order in which they first appear.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>The objective's metric as results write it; null without an objective, or when no result has it.</summary>
    [JsonIgnore]
    public string? RankedBy => MetricColumns.Ranked(Metrics, Objective);

    /// <summary>
    /// The best configurations, best first, at most <see cref="BestCount"/>; of those that share a rank the one with the lower index
    /// comes first. Empty without an objective. A configuration without that metric is not ranked.
    /// </summary>
    public required IReadOnlyList<Configuration> Best { get; init; }

    /// <summary>Every configuration, best first; those without a rank follow in the order of their points.</summary>
    [JsonIgnore]
    public IReadOnlyList<Configuration> Configurations { get; init; } = [];

    /// <summary>
    /// <see cref="Configurations"/> when there are repeats. It is null without, for then it would only say again what
    /// <see cref="Points"/> says.
    /// </summary>
    [JsonPropertyName("configurations")]
    public IReadOnlyList<Configuration>? RepeatedConfigurations => Repeats.Count == 0 ? null : Configurations;

    /// <summary>Which parameters matter; null without a ranking.</summary>
    public ParameterShares? Variance { get; init; }

    /// <summary>
    /// The factors, the one that matters most first: by what they explain of the variance, or where that is not known by the number of
    /// their values.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> FactorsByImportance { get; private init; } = [];

    /// <summary>What each value of a parameter comes to on average, for parameters of which that says something.</summary>
    public required IReadOnlyList<ParameterEffect> Effects { get; init; }

    /// <summary>Whether the report leaves out points of the newest code, because somebody asked for some of them only.</summary>
    [JsonIgnore]
    public bool IsPartial { get; private init; }

    /// <summary>Every worker with a record that has run something, whoever finished most first.</summary>
    public required IReadOnlyList<ReportWorker> Workers { get; init; }

    /// <summary>The workers with a record that have run nothing. The build that joined last may be theirs.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReportWorker> IdleWorkers { get; init; } = [];

    /// <summary>Whether there are results, but none of them has the metric that decides which is best.</summary>
    [JsonIgnore]
    public bool LacksBest => Objective is not null && RankedBy is null && Points.Any(p => p.Metrics is not null);

    /// <summary>The different stack traces of the failed attempts; empty when there are none.</summary>
    [JsonIgnore]
    public ReportTraces Traces { get; init; } = ReportTraces.None;

    /// <summary>The texts of <see cref="Traces"/>; null when there are none.</summary>
    [JsonPropertyName("traces")]
    public IReadOnlyList<string>? TraceTexts => Traces.Texts is { Count: > 0 } texts ? texts : null;

    /// <summary>Of how many attempts the trace is left out, because there were too many different ones; null when of none.</summary>
    public int? TracesLeftOut => Traces.LeftOut > 0 ? Traces.LeftOut : null;

    /// <summary>Every point, in the order of the indices.</summary>
    public required IReadOnlyList<ReportPoint> Points { get; init; }

    /// <summary>Puts what was read together.</summary>
    public static SweepReport Of(
        string sweep,
        DateTimeOffset written,
        Objective? objective,
        IReadOnlyList<string> parameters,
        IReadOnlyList<string> repeats,
        ReportGrid? grid,
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<ReportWorker> workers,
        IReadOnlyList<string> warnings,
        int? olderPoints)
    {
        var metrics = MetricColumns.Of(points, objective);
        var repeatIndices = Enumerable.Range(0, parameters.Count).Where(i => repeats.Contains(parameters[i])).ToList();
        var configurations = Ranking.Of(new Configurations(parameters, repeats, objective).Of(points), objective, repeatIndices);
        var factors = Enumerable.Range(0, parameters.Count).Except(repeatIndices).ToList();
        var ranked = MetricColumns.Ranked(metrics, objective);
        var areDrawn = grid is { IsDrawn: true };
        var levels = parameters.Select((_, i) => ParameterLevels.Of(points.Select(p => p.Arguments[i]), areDrawn)).ToList();
        var variance = ParameterShares.Of(
            configurations, factors.ConvertAll(i => parameters[i]), ranked, repeats.Count > 0, factors.ConvertAll(i => levels[i]));
        return new SweepReport
        {
            Sweep = sweep,
            Written = written,
            Objective = objective,
            Counts = PointCounts.Of(points),
            Grid = grid,
            OlderPoints = olderPoints,
            Warnings = [.. warnings, .. ObjectiveCheck.Warnings(points, configurations, metrics, objective)],
            WarningsOfReading = warnings,
            Parameters = parameters,
            Repeats = repeats,
            Metrics = metrics,
            Best = [.. configurations.Where(c => c.Rank is not null).Take(BestCount)],
            Configurations = configurations,
            Variance = variance,
            FactorsByImportance = ByImportance(factors.ConvertAll(i => parameters[i]), configurations, variance),
            Effects = ParameterEffects.Of(points, parameters, repeats, metrics, objective, variance, levels),
            Workers = workers,
            Points = points,
        };
    }

    /// <summary>
    /// The same sweep, judged by something else. Nobody may take it for the report of the directory, so it has no basis.
    /// </summary>
    public SweepReport By(Objective? objective) => With(objective, [.. Points.Select(point => point.By(objective))]);

    /// <summary>The same sweep as if it had no other points than those that are wanted; without a basis, too.</summary>
    public SweepReport Only(Func<ReportPoint, bool> isWanted) =>
        With(Objective, [.. Points.Where(isWanted)]) with { Checkpoints = null, IsPartial = true };

    private SweepReport With(Objective? objective, IReadOnlyList<ReportPoint> points)
    {
        var made = Of(Sweep, Written, objective, Parameters, Repeats, Grid, points, Workers, WarningsOfReading, OlderPoints);
        return this with
        {
            Basis = null,
            Surroundings = null,
            Objective = objective,
            Counts = made.Counts,
            Warnings = made.Warnings,
            Metrics = made.Metrics,
            Best = made.Best,
            Configurations = made.Configurations,
            Variance = made.Variance,
            FactorsByImportance = made.FactorsByImportance,
            Effects = made.Effects,
            Builds = ReportBuild.Of(points, [.. Workers, .. IdleWorkers]),
            Points = points,
        };
    }

    private static IReadOnlyList<string> ByImportance(
        IReadOnlyList<string> factors, IReadOnlyList<Configuration> configurations, ParameterShares? variance) =>
        [.. factors
            .Select((name, i) => (Name: name, Values: configurations.Select(c => c.Arguments[i]).Distinct().Count()))
            .OrderByDescending(f => variance?.ShareOf(f.Name) ?? 0)
            .ThenByDescending(f => f.Values)
            .Select(f => f.Name)];
}
