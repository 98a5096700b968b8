using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Writing;

namespace MultiRunner.Reports.Comparing;

/// <summary>A comparison for people: the answer first, then what changed, then the rest.</summary>
internal static class ComparisonDocument
{
    /// <summary>The blocks, in the order in which they are read.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="isWide">Whether a line may be as long as it needs to be, as in Markdown and on a page.</param>
    public static IReadOnlyList<ReportBlock> Of(SweepComparison comparison, bool isWide = false)
    {
        List<ReportBlock> blocks =
        [
            new ReportBlock.Summary(
                comparison.Sweep,
                ComparisonSentences.Basis(comparison),
                [.. ComparisonSentences.Sources(comparison)],
                ComparisonSentences.Verdicts(comparison),
                [.. ComparisonSentences.Notes(comparison)]),
            .. Conditions(comparison),
            .. Warnings(comparison),
        ];
        List<ReportBlock> changed =
        [
            .. Section(comparison, isWide, Verdict.Worse, "worse", "Worse"),
            .. Section(comparison, isWide, Verdict.Better, "better", "Better"),
            .. Section(comparison, isWide, Verdict.NoiseNotKnown, "unknown", "Different, with unknown noise"),
            .. Section(comparison, isWide, Verdict.NotCompared, "not-compared", "Without a value on one side or on both"),
        ];
        blocks.AddRange(changed);
        blocks.AddRange(Folded(comparison, isWide, Verdict.New, "new", "Only after"));
        blocks.AddRange(Folded(comparison, isWide, Verdict.Gone, "gone", "Only before"));
        blocks.AddRange(Folded(comparison, isWide, Verdict.Same, "same", "Not distinguishable"));
        if (Legend(comparison).ToList() is { Count: > 0 } legend)
            blocks.Add(new ReportBlock.Paragraphs(legend));
        return blocks;
    }

    /// <summary>
    /// The configurations of a verdict: first the changes from 0, then the others. The worst change is the first of each; the best where
    /// all are better.
    /// </summary>
    public static IReadOnlyList<ComparedConfiguration> Sorted(SweepComparison comparison, Verdict verdict)
    {
        var found = comparison.Configurations.Where(c => c.Verdict == verdict);
        var upward = comparison.Maximize == (verdict != Verdict.Better);
        double Key(ComparedConfiguration c) => c.Relative ?? c.Difference ?? 0;

        // A change from 0 has no percentage, and its difference is in another unit than one.
        var grouped = found.OrderBy(c => c is { Relative: null, Difference: not null } ? 0 : 1);
        return [.. upward ? grouped.ThenBy(Key) : grouped.ThenByDescending(Key)];
    }

    private static ReportBlock[] Section(SweepComparison comparison, bool isWide, Verdict verdict, string id, string title)
    {
        var found = Sorted(comparison, verdict);
        return found.Count == 0 ? [] : [new ReportBlock.Heading(id, Title(title, found)), ComparisonTable.Of(comparison, found, isWide)];
    }

    private static ReportBlock[] Folded(SweepComparison comparison, bool isWide, Verdict verdict, string id, string title)
    {
        var found = Sorted(comparison, verdict);
        return found.Count == 0
            ? []
            : [new ReportBlock.Folded(id, Title(title, found), [ComparisonTable.Of(comparison, found, isWide)])];
    }

    private static string Title(string title, IReadOnlyList<ComparedConfiguration> found) =>
        $"{title}: {Display.Count(found.Count, "configuration")}";

    /// <summary>What the signs mean, a sentence each.</summary>
    private static IEnumerable<string> Legend(SweepComparison comparison)
    {
        if (comparison.Configurations.All(c => c.Difference is null))
            yield break;
        if (comparison.Configurations.Any(c => c.P is not null))
        {
            yield return "± is half of the 95 % interval of that mean or change alone.";
            yield return "Worse and better: the change is beyond noise when all configurations are tested together at 5 % (Holm).";
        }

        yield return "% is the change in parts of the mean before.";
    }

    private static IEnumerable<ReportBlock> Conditions(SweepComparison comparison)
    {
        if (comparison.Conditions.Count == 0)
            yield break;
        var sentences = new ConditionSentences(comparison);
        yield return new ReportBlock.Heading("conditions", "Conditions of --fail-on");
        if (sentences.Met is { Count: > 0 } met)
            yield return new ReportBlock.Warnings(met);
        if (sentences.NotMet is { Count: > 0 } notMet)
            yield return new ReportBlock.Paragraphs(notMet);
        if (new[] { sentences.Undecided, sentences.FewerRepeats }.OfType<string>().ToList() is { Count: > 0 } doubts)
            yield return new ReportBlock.Warnings(doubts);
    }

    private static IEnumerable<ReportBlock> Warnings(SweepComparison comparison)
    {
        if (comparison.Warnings.Count == 0)
            yield break;
        yield return new ReportBlock.Heading("warnings", "Warnings");
        yield return new ReportBlock.Warnings(
        [
            .. comparison.Warnings.Take(ReportSections.MostRows),
            .. comparison.Warnings.Count > ReportSections.MostRows
                ? [$"{Display.Count(comparison.Warnings.Count - ReportSections.MostRows, "more warning")} in --format json."]
                : Array.Empty<string>(),
        ]);
    }
}
