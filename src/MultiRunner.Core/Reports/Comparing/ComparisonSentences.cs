using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Comparing;

/// <summary>The sentences at the beginning of a comparison.</summary>
internal static class ComparisonSentences
{
    /// <summary>"12 configurations in both, by accuracy: higher is better."</summary>
    public static string Basis(SweepComparison comparison) =>
        $"{Display.Count(Common(comparison), "configuration")} in both, by {Display.Line(comparison.Metric)}: "
        + $"{(comparison.Maximize ? "higher" : "lower")} is better.";

    /// <summary>What the two sides are, and which parameters only one of them has.</summary>
    public static IEnumerable<string> Sources(SweepComparison comparison)
    {
        yield return $"Before: {Side(comparison.Before)}";
        yield return $"After: {Side(comparison.After)}";
        foreach (var constant in comparison.Constants)
        {
            var value = constant.Value is null ? "without a value" : $"always {Display.Argument(constant.Value)}";
            yield return $"Only {constant.Side}, and {value}: {constant.Parameter}.";
        }
    }

    /// <summary>How many configurations have become what, in one sentence.</summary>
    public static string Verdicts(SweepComparison comparison)
    {
        var counts = comparison.Counts;
        string?[] parts =
        [
            Part(counts.Worse, "is worse", "are worse"),
            Part(counts.Better, "is better", "are better"),
            Part(counts.Same, "is not distinguishable", "are not distinguishable"),
            Part(counts.NoiseNotKnown, "differs with unknown noise", "differ with unknown noise"),
            Part(counts.NotCompared, "has no value on one side or on both", "have no value on one side or on both"),
        ];
        var all = parts.OfType<string>().ToList();
        var list = all.Count == 1 ? all[0] : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
        return $"Of {Display.Count(Common(comparison), "configuration")} in both, {list}.";
    }

    /// <summary>The change on average, the best of both sides, and what is missing; a sentence or two each.</summary>
    public static IEnumerable<string> Notes(SweepComparison comparison)
    {
        if (comparison.Counts.NoiseNotKnown > 0)
        {
            yield return "The noise is not known where a configuration ran once, has too few repeats, or changed by the same number in "
                + "each, so such a difference may be chance. A parameter such as [Repeats(5)] int seed would tell.";
        }

        if (comparison.Overall is { } overall)
            yield return Overall(comparison, overall);
        if (Best(comparison) is { } best)
            yield return best;
        var (before, after) = (comparison.Before.Counts, comparison.After.Counts);
        if (comparison.Configurations.Any(c => c.HasOtherFailures))
        {
            yield return $"Failed points: {Display.Number(before.Failed)} before, {Display.Number(after.Failed)} after."
                + FailedSince(comparison);
        }

        if (before.Open + before.Skipped > 0 || after.Open + after.Skipped > 0)
            yield return "Not every point has run: what is missing is in no number here.";
        var (added, gone) = (comparison.Counts.New, comparison.Counts.Gone);
        if (added + gone > 0)
            yield return $"Configurations of one side alone: {Display.Number(gone)} before, {Display.Number(added)} after.";
    }

    /// <summary>The indices of the factors that differ between configurations, or of all when none does.</summary>
    public static IReadOnlyList<int> Varying(SweepComparison comparison)
    {
        var all = Enumerable.Range(0, comparison.Factors.Count).ToList();
        var first = comparison.Configurations[0];
        var varying = all.Where(i => comparison.Configurations.Any(c => c.Values[i] != first.Values[i])).ToList();
        return varying.Count == 0 ? all : varying;
    }

    /// <summary>"lr = 0.1, layers = 2": the arguments that differ between configurations.</summary>
    public static string Place(SweepComparison comparison, IReadOnlyList<CanonicalJson?> values)
    {
        var varying = Varying(comparison);
        var place = ReportSentences.Arguments([.. varying.Select(i => comparison.Factors[i])], [.. varying.Select(i => values[i])]);
        return place.Length == 0 ? "the only configuration" : place;
    }

    /// <summary>The path or build, what has finished, and the builds of the results.</summary>
    private static string Side(ComparedSide side)
    {
        var builds = side.Builds switch
        {
            [] => "",
            [var only] when side.Label.Contains(only.Build.Text, StringComparison.Ordinal) => "",
            [var only] => $", build {only.Build.Text}",
            [var newest, ..] => $", {Display.Number(side.Builds.Count)} builds, the newest {newest.Build.Text}",
        };
        return $"{side.Label}: {ReportSentences.Counts(side.Report)}{builds}.";
    }

    private static string Overall(SweepComparison comparison, OverallChange overall)
    {
        string Text(double change) => overall.IsRelative ? ChangeText.Percent(change) : ChangeText.Difference(change);
        var kind = (overall.IsRelative, overall.Configurations) switch
        {
            (_, 1) => "one configuration",
            (true, var count) => $"geometric mean of {Display.Number(count)} ratios",
            (false, var count) => $"mean of {Display.Number(count)} differences",
        };
        var interval = overall is { Low: { } low, High: { } high } ? $", 95 % interval {Text(low)} to {Text(high)}" : "";
        return $"On average {Display.Line(comparison.Metric)} changed by {Text(overall.Change)} ({kind}{interval}).";
    }

    private static string? Best(SweepComparison comparison)
    {
        if (comparison is not { BestBefore: { } before, BestAfter: { } after })
            return null;
        var (old, now) = (Place(comparison, before.Values), Place(comparison, after.Values));
        var metric = Display.Line(comparison.Metric);
        return old == now
            ? $"Best before and after: {old}, {metric} = {Mean(before)} before and {Mean(after)} after."
            : $"Best: {metric} = {Mean(before)} at {old} before, {Mean(after)} at {now} after.";
    }

    /// <summary>How many points have failed after that had not failed before, where the two counts alone do not say it.</summary>
    private static string FailedSince(SweepComparison comparison) =>
        comparison.Before.Counts.Failed > 0 && comparison.Configurations.Sum(c => c.FailedSince) is > 0 and var count
            ? $" {Display.Number(count)} of those after did not fail before."
            : "";

    /// <summary>
    /// "0.8200 ± 0.0100"; "0.9 (mean of 1 of 5 repeats)" of a configuration that is not complete; "0.9 (one of 3 that are equal)".
    /// </summary>
    private static string Mean(BestConfiguration best)
    {
        var count = best.Summary.Count;
        string?[] parts =
        [
            count < best.Repeats ? $"mean of {Display.Number(count)} of {Display.Number(best.Repeats)} repeats" : null,
            best.Tied is { } tied ? $"one of {Display.Number(tied)} that are equal" : null,
        ];
        var list = string.Join(", ", parts.OfType<string>());
        return MeanCell.Of(best.Summary) + (list.Length == 0 ? "" : $" ({list})");
    }

    private static int Common(SweepComparison comparison) =>
        comparison.Configurations.Count - comparison.Counts.New - comparison.Counts.Gone;

    private static string? Part(int count, string one, string many) =>
        count == 0 ? null : $"{Display.Number(count)} {(count == 1 ? one : many)}";
}
