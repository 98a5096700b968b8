using System.Text.Json.Serialization;
using MultiRunner.Grids;
using MultiRunner.Statistics;

namespace MultiRunner.Reports.Comparing;

/// <summary>A configuration before and after.</summary>
internal sealed record ComparedConfiguration
{
    /// <summary>The arguments by name.</summary>
    public required IReadOnlyDictionary<string, CanonicalJson> Arguments { get; init; }

    /// <summary>The arguments in the order of the comparison's factors; null where the points have none of that name.</summary>
    [JsonIgnore]
    public IReadOnlyList<CanonicalJson?> Values { get; init; } = [];

    /// <summary>What has become of it.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What the first side has of it.</summary>
    public required ConfigurationSide Before { get; init; }

    /// <summary>What the second side has of it.</summary>
    public required ConfigurationSide After { get; init; }

    /// <summary>Whether the values were compared in pairs of equal repeats; null when no noise is known.</summary>
    public bool? Paired { get; init; }

    /// <summary>The mean after less the mean before; null when one of them is missing.</summary>
    public double? Difference { get; init; }

    /// <summary>The lower end of the 95 % interval of the difference; null when no noise is known.</summary>
    public double? Low { get; init; }

    /// <summary>Its upper end.</summary>
    public double? High { get; init; }

    /// <summary>The difference in parts of the mean before; null when that is 0.</summary>
    public double? Relative { get; init; }

    /// <summary>The probability of a difference at least as large if there were none; null when no noise is known.</summary>
    public double? P { get; init; }

    /// <summary>The samples of both sides; null when one of them has no mean.</summary>
    [JsonIgnore]
    public SampleChange? Change { get; init; }

    /// <summary>
    /// Whether a point of it, which both sides have, may still get a value: it waits or runs, or it skipped itself after alone. One that
    /// skips itself on both sides never has a value to compare, such as on a machine without a GPU.
    /// </summary>
    [JsonIgnore]
    public bool IsPending => IsCommon && (Before.Open + After.Open > 0 || HasSkippedSince);

    /// <summary>Whether more points skipped themselves after than before.</summary>
    [JsonIgnore]
    public bool HasSkippedSince => IsCommon && After.Skipped > Before.Skipped;

    /// <summary>Whether both sides have it.</summary>
    [JsonIgnore]
    public bool IsCommon => Before.State != SideState.Absent && After.State != SideState.Absent;

    /// <summary>How many points have failed after that had not failed before; where repeats have no equal ones, how many more.</summary>
    [JsonIgnore]
    public int FailedSince => After.FailedRepeats.Any(ParameterMatch.IsOfOneSide)
        ? Math.Max(0, After.Failed - Before.Failed)
        : After.FailedRepeats.Except(Before.FailedRepeats).Count();

    /// <summary>Whether other points have failed after than before.</summary>
    [JsonIgnore]
    public bool HasOtherFailures => FailedSince > 0 || Before.Failed != After.Failed;

    /// <summary>Half the width of the interval.</summary>
    [JsonIgnore]
    public double? HalfWidth => (High - Low) / 2;

    /// <summary>The configuration with its differences and without a verdict on them, which depends on the other configurations.</summary>
    public static ComparedConfiguration Of(
        IReadOnlyList<string> factors, MatchedConfiguration matched, ConfigurationSide before, ConfigurationSide after)
    {
        var plain = new ComparedConfiguration
        {
            Arguments = factors.Zip(matched.Arguments).Where(a => a.Second is not null).ToDictionary(a => a.First, a => a.Second!.Value),
            Values = matched.Arguments,
            Before = before,
            After = after,
            Verdict = before.State == SideState.Absent ? Verdict.New
                : after.State == SideState.Absent ? Verdict.Gone
                : Verdict.NotCompared,
        };
        if (before.Mean is not { } old || after.Mean is not { } mean)
            return plain;
        var change = SampleChange.Of(before.Sample, after.Sample);
        var known = change.Difference;
        var difference = known?.Value ?? DifferenceOfMeans.OfNumbers(mean, old).Value;
        return plain with
        {
            Change = change,
            Verdict = difference == 0 ? Verdict.Same : Verdict.NoiseNotKnown,
            Paired = known is null ? null : change.IsPaired,
            Difference = difference,
            Low = known?.Value - known?.HalfWidth95,
            High = known?.Value + known?.HalfWidth95,
            Relative = old == 0 ? null : difference / Math.Abs(old),
            P = known?.TwoSidedP,
        };
    }
}
