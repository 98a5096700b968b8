using MultiRunner.Format;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>Two states of one sweep, compared configuration by configuration. The formats only print it.</summary>
internal sealed record SweepComparison
{
    private const double Level = 0.05;

    /// <summary>Version of the format of its JSON.</summary>
    public int Format { get; } = 1;

    /// <summary>Namespace, class and method.</summary>
    public required string Sweep { get; init; }

    /// <summary>The metric by which they are compared.</summary>
    public required string Metric { get; init; }

    /// <summary>Whether a larger value is better.</summary>
    public required bool Maximize { get; init; }

    /// <summary>The first side.</summary>
    public required ComparedSide Before { get; init; }

    /// <summary>The second side.</summary>
    public required ComparedSide After { get; init; }

    /// <summary>The parameters that tell configurations apart.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>The parameters that only tell repeats apart.</summary>
    public required IReadOnlyList<string> Repeats { get; init; }

    /// <summary>Parameters that one side alone has, with one value.</summary>
    public required IReadOnlyList<ConstantParameter> Constants { get; init; }

    /// <summary>How many configurations have which verdict.</summary>
    public required VerdictCounts Counts { get; init; }

    /// <summary>The change on average; null when no configuration has a mean on both sides.</summary>
    public OverallChange? Overall { get; init; }

    /// <summary>The configuration with the best mean before; null when there is none.</summary>
    public BestConfiguration? BestBefore { get; init; }

    /// <summary>The same after.</summary>
    public BestConfiguration? BestAfter { get; init; }

    /// <summary>What has become of the conditions that are to fail.</summary>
    public required IReadOnlyList<ConditionOutcome> Conditions { get; init; }

    /// <summary>What is wrong or surprising with what was read, a sentence each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Every configuration: the points of the second side give the order, and those of the first side alone come last.</summary>
    public required IReadOnlyList<ComparedConfiguration> Configurations { get; init; }

    /// <summary>The direction of the metric.</summary>
    internal Objective Objective => new(Metric, Maximize);

    /// <summary>Compares two sides.</summary>
    /// <param name="before">The first side.</param>
    /// <param name="after">The second side.</param>
    /// <param name="choice">By which metric.</param>
    /// <param name="conditions">What is to fail.</param>
    /// <exception cref="ComparisonException">They cannot be compared in that way.</exception>
    public static SweepComparison Of(
        ComparedSide before, ComparedSide after, MetricChoice choice, IReadOnlyList<FailCondition> conditions)
    {
        var parameters = new ParameterMatch(before.Report, after.Report);
        SweepDifferences.Check(before, after, parameters, choice);
        var metrics = new ComparedMetrics(before, after);
        var (metric, maximize) = choice.Of(before, after, metrics);
        var matched = parameters.Configurations();
        SweepDifferences.CheckCommon(before, after, parameters, matched);
        var configurations = Judged(Compared(parameters, matched, metric), maximize);
        var (bestBefore, bestAfter) = BestConfiguration.Of(configurations, maximize);
        return new SweepComparison
        {
            Sweep = after.Report.Sweep,
            Metric = metric.Name,
            Maximize = maximize,
            Before = before,
            After = after,
            Factors = parameters.Factors,
            Repeats = parameters.Repeats,
            Constants = parameters.Constants,
            Counts = VerdictCounts.Of(configurations),
            Overall = OverallChange.Of(configurations),
            BestBefore = bestBefore,
            BestAfter = bestAfter,
            Conditions = [.. conditions.Select(condition => condition.Of(
                metrics, name => name == metric ? configurations : Compared(parameters, matched, name)))],
            Warnings =
            [
                .. before.Report.WarningsOfReading.Select(warning => $"{before.Label}: {warning}"),
                .. after.Report.WarningsOfReading.Select(warning => $"{after.Label}: {warning}"),
            ],
            Configurations = configurations,
        };
    }

    private static List<ComparedConfiguration> Compared(
        ParameterMatch parameters, IReadOnlyList<MatchedConfiguration> matched, ComparedMetric metric)
    {
        var (keysBefore, keysAfter) = parameters.RepeatKeys();
        return
        [
            .. matched.Select(m => ComparedConfiguration.Of(
                parameters.Factors,
                m,
                ConfigurationSide.Of(m.Before, metric, keysBefore),
                ConfigurationSide.Of(m.After, metric, keysAfter))),
        ];
    }

    /// <summary>Holm's procedure over all configurations of which the noise is known.</summary>
    private static List<ComparedConfiguration> Judged(List<ComparedConfiguration> configurations, bool maximize)
    {
        var tested = configurations.Where(c => c.P is not null).ToList();
        var differ = HolmProcedure.Rejected([.. tested.Select(c => c.P!.Value)], Level);
        var found = tested.Where((_, i) => differ[i]).ToHashSet(ReferenceEqualityComparer.Instance);
        return configurations.ConvertAll(c => c with
        {
            Verdict = c.P is null ? c.Verdict
                : !found.Contains(c) ? Verdict.Same
                : c.Difference > 0 == maximize ? Verdict.Better : Verdict.Worse,
        });
    }
}
