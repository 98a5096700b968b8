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

    private static string NotMetText(ConditionOutcome outcome) => outcome.Judged == 0
        ? $"{Quoted(outcome)} could not be judged: no configuration has a value on both sides."
        : $"{Quoted(outcome)} is not met by any of {Display.Count(outcome.Judged, "configuration")}.";

    private string? Of(ConditionOutcome outcome, FindingKind kind, string text)
    {
        var found = outcome.Findings.Where(finding => finding.Kind == kind).ToList();
        if (found.Count == 0)
            return null;
        var names = string.Join("; ", found.Take(MostNames).Select(Named))
            + (found.Count > MostNames ? $"; and {Display.Number(found.Count - MostNames)} more" : "");
        return $"{Quoted(outcome)} {text} at {Display.Number(found.Count)} of {Display.Count(outcome.Judged, "configuration")}: {names}.";
    }

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
