namespace MultiRunner.Statistics;

/// <summary>How the values of one thing have changed between two measurements of it, each with repeats.</summary>
internal sealed class SampleChange
{
    private readonly double[] before;
    private readonly double[] after;

    private SampleChange(double[] before, double[] after, bool isPaired)
    {
        this.before = before;
        this.after = after;
        var ofPairs = isPaired ? Paired(before) : null;
        IsPaired = ofPairs is not null;
        Difference = ofPairs ?? Welch(before);
    }

    /// <summary>
    /// Whether each repeat before is compared with the same repeat after. Differences that are all equal and not zero tell nothing of the
    /// noise; then the samples are compared as if they were of other repeats.
    /// </summary>
    public bool IsPaired { get; }

    /// <summary>The mean after less the mean before; null when nothing is known of the noise.</summary>
    public DifferenceOfMeans? Difference { get; }

    /// <summary>The change of two samples. They are paired when both have the same repeats, two or more.</summary>
    /// <param name="before">The value of each repeat, by the key of the repeat; all are finite, and there is one at least.</param>
    /// <param name="after">The same of the other sample.</param>
    public static SampleChange Of(IReadOnlyDictionary<string, double> before, IReadOnlyDictionary<string, double> after)
    {
        var isPaired = before.Count > 1 && before.Count == after.Count && before.Keys.All(after.ContainsKey);
        return new SampleChange(
            [.. before.Values],
            isPaired ? [.. before.Keys.Select(key => after[key])] : [.. after.Values],
            isPaired);
    }

    /// <summary>
    /// The mean after less what it would be at a limit: the mean before times <paramref name="factor"/>, plus
    /// <paramref name="offset"/>. Null when nothing is known of the noise.
    /// </summary>
    public DifferenceOfMeans? Beyond(double factor, double offset)
    {
        if (Difference is null)
            return null;
        var limit = Array.ConvertAll(before, value => (value * factor) + offset);
        return (IsPaired ? Paired(limit) : null) ?? Welch(limit);
    }

    private DifferenceOfMeans? Paired(double[] expected)
    {
        var differences = after.Zip(expected, (a, b) => a - b).ToArray();
        return DifferenceOfMeans.Paired(differences, after.Concat(expected).Max(Math.Abs));
    }

    private DifferenceOfMeans? Welch(double[] expected) =>
        DifferenceOfMeans.Welch(Moments.Of([.. after]), Moments.Of([.. expected]));
}
