namespace MultiRunner.Statistics;

/// <summary>Whether two means differ by more than chance explains.</summary>
internal static class MeanDifference
{
    // Values that should be equal differ by a few units of their last digit, when an experiment adds in another order.
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>The two-sided p-value of the paired t-test (Student 1908); null when the differences say nothing.</summary>
    /// <param name="differences">The differences of the pairs, two or more; they are sorted.</param>
    /// <param name="largest">The largest magnitude among the values that were subtracted.</param>
    public static double? PairedP(Span<double> differences, double largest)
    {
        var moments = Moments.Of(differences);
        if (moments.StandardDeviation is not { } deviation)
            return null;
        return P(moments.Mean, deviation / Math.Sqrt(moments.Count), moments.Count - 1, largest);
    }

    /// <summary>
    /// The two-sided p-value of the t-test for unequal variances (Welch, The generalization of "Student's" problem when several
    /// different population variances are involved, Biometrika 34, 1947); null when a sample has no standard deviation.
    /// </summary>
    public static double? WelchP(Moments first, Moments second)
    {
        if (first.StandardDeviation is not { } a || second.StandardDeviation is not { } b)
            return null;

        // Shares of the larger deviation, for the squares of deviations may overflow or vanish.
        var unit = Math.Max(a, b) is var larger && larger > 0 ? larger : 1;
        var (u, v) = (a / unit * (a / unit) / first.Count, b / unit * (b / unit) / second.Count);
        var freedom = (u + v) * (u + v) / ((u * u / (first.Count - 1)) + (v * v / (second.Count - 1)));
        var largest = Math.Max(Math.Abs(first.Mean), Math.Abs(second.Mean));
        return P(first.Mean - second.Mean, unit * Math.Sqrt(u + v), freedom, largest);
    }

    private static double? P(double difference, double standardError, double degreesOfFreedom, double largest)
    {
        if (!double.IsFinite(difference) || !double.IsFinite(standardError))
            return null;
        if (Math.Abs(difference) <= Rounding * largest)
            return 1;
        var t = difference / standardError;
        return double.IsFinite(t) ? StudentsT.TwoSidedP(t, degreesOfFreedom) : 0;
    }
}
