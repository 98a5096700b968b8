namespace MultiRunner.Statistics;

/// <summary>Compares one configuration with others, each of which has values by repeat.</summary>
internal sealed class PairwiseComparison
{
    private readonly KeyValuePair<string, double>[] values;
    private readonly double[] differences;
    private readonly Moments moments;

    /// <param name="reference">The configuration that the others are compared with.</param>
    public PairwiseComparison(IReadOnlyDictionary<string, double> reference)
    {
        values = [.. reference];
        differences = new double[values.Length];
        moments = Moments.Of(reference.Values.ToArray());
    }

    /// <summary>Whether the reference has values, and all of them are finite.</summary>
    public bool IsPossible => double.IsFinite(moments.Mean);

    /// <summary>Whether a configuration has values, and all of them are finite.</summary>
    public static bool IsComparable(IReadOnlyDictionary<string, double> other)
    {
        foreach (var value in other.Values)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return other.Count > 0;
    }

    /// <summary>The probability of a difference at least as large as the one seen, if there were none; null for too few values.</summary>
    public double? P(IReadOnlyDictionary<string, double> other)
    {
        var (common, largest) = (0, 0.0);
        foreach (var (repeat, value) in values)
        {
            if (!other.TryGetValue(repeat, out var otherValue))
                continue;
            differences[common++] = value - otherValue;
            largest = Math.Max(largest, Math.Max(Math.Abs(value), Math.Abs(otherValue)));
        }

        var others = Moments.Of(other.Values.ToArray());
        if (common < 2)
            return DifferenceOfMeans.Welch(moments, others)?.TwoSidedP;

        var paired = differences.AsSpan(0, common);
        if (DifferenceOfMeans.Paired(paired, largest) is not { } difference)
            return DifferenceOfMeans.Welch(moments, others)?.TwoSidedP;

        // The means may be over other repeats than the pairs. Pairs that contradict the ranking do not prove it.
        return Math.Sign(difference.Value) == Math.Sign(moments.Mean - others.Mean) ? difference.TwoSidedP : 1;
    }
}
