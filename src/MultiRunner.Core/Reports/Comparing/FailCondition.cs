using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>A change that somebody does not want, such as <c>accuracy &lt; -1%</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Metric">The name of the metric.</param>
/// <param name="Sign">One of &lt;, &lt;=, &gt; and &gt;=.</param>
/// <param name="Limit">The limit; 0.01 for 1 %.</param>
/// <param name="IsRelative">Whether the limit is a part of the mean before, and not a difference.</param>
internal sealed record FailCondition(string Text, string Metric, string Sign, double Limit, bool IsRelative)
{
    private const double Level = 0.05;

    /// <summary>Whether a change of that much meets the condition.</summary>
    public bool Holds(double change) => Sign switch
    {
        "<" => change < Limit,
        "<=" => change <= Limit,
        ">" => change > Limit,
        _ => change >= Limit,
    };

    /// <summary>Which configurations meet the condition.</summary>
    /// <param name="metrics">The metrics that both sides have.</param>
    /// <param name="compared">The configurations, compared by a metric.</param>
    /// <exception cref="ComparisonException">There is no such metric.</exception>
    public ConditionOutcome Of(ComparedMetrics metrics, Func<ComparedMetric, IReadOnlyList<ComparedConfiguration>> compared)
    {
        var configurations = compared(metrics.Find(Metric, $"--fail-on \"{Text}\""));
        var tested = new List<(ComparedConfiguration Configuration, DifferenceOfMeans Beyond)>();
        var findings = new List<ConditionFinding>();
        foreach (var configuration in configurations)
        {
            if (configuration.Change is { } change)
            {
                var (factor, offset) = Line(configuration.Before.Mean!.Value);
                if (change.Beyond(factor, offset) is { } beyond)
                    tested.Add((configuration, beyond));
                else if (IsBeyond(configuration.After.Mean!.Value, (configuration.Before.Mean.Value * factor) + offset))
                    findings.Add(new ConditionFinding(FindingKind.SingleRuns, configuration));
            }
            else if (configuration.Before.State == SideState.Measured
                && configuration.After.State is SideState.Failed or SideState.NotFinite or SideState.Lacking)
            {
                findings.Add(new ConditionFinding(FindingKind.NoValue, configuration));
            }
        }

        var differ = HolmProcedure.Rejected([.. tested.Select(t => t.Beyond.TwoSidedP)], Level);
        findings.AddRange(tested
            .Select((t, i) => (t.Configuration, t.Beyond, IsSure: differ[i]))
            .Where(t => t.Beyond.Value != 0 && !t.Beyond.IsZero && t.Beyond.Value > 0 == IsUpper)
            .Select(t => new ConditionFinding(t.IsSure ? FindingKind.BeyondNoise : FindingKind.WithinNoise, t.Configuration)));
        var met = findings.Where(f => f.Kind != FindingKind.WithinNoise)
            .Select(f => f.Configuration)
            .ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return new ConditionOutcome(
            this,
            configurations.Count(c => c.Change is not null) + findings.Count(f => f.Kind == FindingKind.NoValue),
            findings,
            [.. configurations.Where(c => c.IsPending && !met.Contains(c))]);
    }

    private bool IsUpper => Sign[0] == '>';

    /// <summary>What the mean after is at the limit: the mean before times a factor, plus an offset.</summary>
    private (double Factor, double Offset) Line(double before) =>
        IsRelative ? (1 + (Limit * Math.Sign(before)), 0) : (1, Limit);

    private bool IsBeyond(double after, double limit)
    {
        var beyond = DifferenceOfMeans.OfNumbers(after, limit).Value;
        return beyond == 0 ? Sign.Length > 1 : beyond > 0 == IsUpper;
    }
}
