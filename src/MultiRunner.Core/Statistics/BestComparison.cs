namespace MultiRunner.Statistics;

/// <summary>Which configurations may be as good as the one with the best mean.</summary>
internal static class BestComparison
{
    private const double Level = 0.05;

    /// <summary>
    /// The configurations that cannot be told from the best one. All others are compared with it, each at the level that
    /// <see cref="HolmProcedure"/> gives it, 5 % in all.
    /// </summary>
    /// <remarks>
    /// Two configurations with two or more common repeats are compared by the differences in these (paired t-test), for what a
    /// repeat does to both (an easy split of the data, say) is then in no difference. With fewer, the values are compared (Welch's
    /// t-test). A configuration with too few values for that cannot be told from the best, and is no comparison for Holm's number. The
    /// 5 % are for a best one that is known beforehand. It is chosen by the same values, so one of many that are all equal is told from
    /// it more often; the truly best one still is so in less than 5 % of all sweeps.
    /// </remarks>
    /// <param name="best">The index of the best configuration.</param>
    /// <param name="samples">For each configuration the value of each repeat, by the repeat's key.</param>
    /// <returns>
    /// Indices, ascending, without that of the best. Configurations without values or with values that are not finite are left out. The
    /// result is empty when the best one is such.
    /// </returns>
    public static IReadOnlyList<int> NotDistinguishable(int best, IReadOnlyList<IReadOnlyDictionary<string, double>> samples)
    {
        var comparison = new PairwiseComparison(samples[best]);
        if (!comparison.IsPossible)
            return [];

        var compared = new List<int>();
        var p = new List<double>();
        var alike = new List<int>();
        for (var i = 0; i < samples.Count; i++)
        {
            if (i == best || !PairwiseComparison.IsComparable(samples[i]))
                continue;
            if (comparison.P(samples[i]) is { } probability)
            {
                compared.Add(i);
                p.Add(probability);
            }
            else
            {
                alike.Add(i);
            }
        }

        var rejected = HolmProcedure.Rejected([.. p], Level);
        alike.AddRange(compared.Where((_, k) => !rejected[k]));
        alike.Sort();
        return alike;
    }
}
