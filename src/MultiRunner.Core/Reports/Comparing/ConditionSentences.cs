using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Comparing;

/// <summary>What has become of the conditions of <c>--fail-on</c>, in sentences.</summary>
/// <param name="comparison">The comparison.</param>
internal sealed class ConditionSentences(SweepComparison comparison)
{
    private const int MostNames = 5;

    /// <summary>Those that are met, a sentence or two for each reason.</summary>
    public IReadOnlyList<string> Met =>
    [
        .. comparison.Conditions.SelectMany(outcome => new[]
        {
            Of(outcome, FindingKind.BeyondNoise, "is met beyond noise"),
            Of(outcome, FindingKind.SingleRuns, "is met by values of which the noise is not known"),
            Of(outcome, FindingKind.NoValue, "is met, since there is no value any more,"),
        }).OfType<string>(),
    ];

    /// <summary>Those that are not met, with what is beyond the limit and may be noise.</summary>
    public IReadOnlyList<string> NotMet =>
    [
        .. comparison.Conditions.Where(outcome => !outcome.IsMet).Select(NotMetText),
        .. comparison.Conditions.Select(outcome => Of(outcome, FindingKind.WithinNoise, "may be met, but the noise is too large to tell,"))
            .OfType<string>(),
    ];

    /// <summary>
    /// The configurations of which more points have no value after than before, so that the mean may be better for it; null for none.
    /// </summary>
    public string? FewerRepeats
    {
        get
        {
            var found = comparison.Configurations
                .Where(c => c.Change is not null && c.After.WithoutValue > c.Before.WithoutValue)
                .Select(c => $"{ComparisonSentences.Place(comparison, c.Values)} ({Display.Number(c.After.WithoutValue)} of "
                    + $"{Display.Count(c.After.Points.Count, "point")} after, {Display.Number(c.Before.WithoutValue)} of "
                    + $"{Display.Number(c.Before.Points.Count)} before)")
                .ToList();
            return comparison.Conditions.Count == 0 || found.Count == 0
                ? null
                : $"More points than before failed or have no value, so that the values after are of fewer repeats: {Listed(found)}.";
        }
    }

    /// <summary>The configurations at which a condition is not decided, since points of them wait or run; null for none.</summary>
    public string? Undecided
    {
        get
        {
            // A condition on another metric has its own record of a configuration, with the same values.
            var found = comparison.Conditions.SelectMany(outcome => outcome.Pending)
                .DistinctBy(c => c.Values, ReferenceEqualityComparer.Instance)
                .ToList();
            if (found.Count == 0)
                return null;
            var skipped = found.Exists(c => c.HasSkippedSince) ? ", or skipped themselves," : ",";
            return $"Points are still to run or running{skipped} so that conditions are not decided at {Display.Number(found.Count)} of "
                + $"{Display.Count(comparison.Configurations.Count(c => c.IsCommon), "configuration")}: "
                + $"{Listed(found.ConvertAll(Pending))}.";
        }
    }

    /// <summary>"lr = 0.1 (2 of 5 points after)".</summary>
    private string Pending(ComparedConfiguration c)
    {
        static string? Part(int count, ConfigurationSide side, string name) => count == 0
            ? null
            : $"{Display.Number(count)} of {Display.Count(side.Points.Count, "point")} {name}";
        string?[] parts =
        [
            Part(c.Before.Open, c.Before, ParameterMatch.BeforeName),
            Part(c.After.Open + (c.HasSkippedSince ? c.After.Skipped : 0), c.After, ParameterMatch.AfterName),
        ];
        return $"{ComparisonSentences.Place(comparison, c.Values)} ({string.Join(", ", parts.OfType<string>())})";
    }

    private static string NotMetText(ConditionOutcome outcome) => outcome.Judged == 0
        ? $"{Quoted(outcome)} could not be judged: no configuration has a value on both sides."
        : $"{Quoted(outcome)} is not met by any of {Display.Count(outcome.Judged, "configuration")}.";

    private string? Of(ConditionOutcome outcome, FindingKind kind, string text)
    {
        var found = outcome.Findings.Where(finding => finding.Kind == kind).ToList();
        if (found.Count == 0)
            return null;
        return $"{Quoted(outcome)} {text} at {Display.Number(found.Count)} of {Display.Count(outcome.Judged, "configuration")}: "
            + $"{Listed([.. found.Select(Named)])}.";
    }

    private static string Listed(List<string> names) => string.Join("; ", names.Take(MostNames))
        + (names.Count > MostNames ? $"; and {Display.Number(names.Count - MostNames)} more" : "");

    /// <summary>"lr = 0.1 (-2.10 %)".</summary>
    private string Named(ConditionFinding finding)
    {
        var place = ComparisonSentences.Place(comparison, finding.Configuration.Values);
        return finding.Difference is { } difference
            ? $"{place} ({(finding.Relative is { } relative ? ChangeText.Percent(relative) : ChangeText.Difference(difference))})"
            : $"{place} ({SideCell.Of(finding.Configuration.After)})";
    }

    private static string Quoted(ConditionOutcome outcome) => $"\"{Display.Line(outcome.Condition)}\"";
}
