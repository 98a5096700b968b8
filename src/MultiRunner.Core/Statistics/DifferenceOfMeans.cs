namespace MultiRunner.Statistics;

/// <summary>How far two means are apart, and how sure that is.</summary>
/// <param name="Value">The difference.</param>
/// <param name="StandardError">Its standard error; 0 when the values have no spread.</param>
/// <param name="DegreesOfFreedom">Positive; a fraction for values that are not paired.</param>
/// <param name="Largest">The largest magnitude among the numbers that were subtracted.</param>
internal readonly record struct DifferenceOfMeans(double Value, double StandardError, double DegreesOfFreedom, double Largest)
{
    // Values that should be equal differ by a few units of their last digit, when an experiment adds in another order.
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>Whether the means are equal to within rounding.</summary>
    public bool IsZero => Math.Abs(Value) <= Rounding * Largest;

    /// <summary>The probability of a difference at least as large as this one, if there were none.</summary>
    public double TwoSidedP
    {
        get
        {
            if (IsZero)
                return 1;
            var t = Value / StandardError;
            return double.IsFinite(t) ? StudentsT.TwoSidedP(t, DegreesOfFreedom) : 0;
        }
    }

    /// <summary>Half the width of the 95 % interval of the difference.</summary>
    public double HalfWidth95 => StandardError == 0 ? 0 : StudentsT.HalfWidth95(DegreesOfFreedom) * StandardError;

    /// <summary>The difference of two numbers, of which no noise is known; exactly 0 when they are equal to within rounding.</summary>
    public static DifferenceOfMeans OfNumbers(double first, double second)
    {
        var difference = new DifferenceOfMeans(first - second, 0, 1, Math.Max(Math.Abs(first), Math.Abs(second)));
        return difference.IsZero ? difference with { Value = 0 } : difference;
    }

    /// <summary>The mean of the differences of pairs (Student 1908); null when the differences say nothing of the noise.</summary>
    /// <param name="differences">The differences of the pairs, two or more; they are sorted.</param>
    /// <param name="largest">The largest magnitude among the values that were subtracted.</param>
    public static DifferenceOfMeans? Paired(Span<double> differences, double largest)
    {
        var moments = Moments.Of(differences);
        if (moments.StandardDeviation is not { } deviation)
            return null;
        var difference = Finite(moments.Mean, deviation / Math.Sqrt(moments.Count), moments.Count - 1, largest);

        return Known(difference, differences[^1] - differences[0] <= Rounding * largest);
    }

    /// <summary>
    /// The difference of the means of two samples whose variances may differ (Welch, The generalization of "Student's" problem when
    /// several different population variances are involved, Biometrika 34, 1947); null when a sample has no standard deviation, or when
    /// each sample is constant and they differ.
    /// </summary>
    public static DifferenceOfMeans? Welch(Moments first, Moments second)
    {
        if (first.StandardDeviation is not { } a || second.StandardDeviation is not { } b)
            return null;

        // Shares of the larger deviation, for the squares of deviations may overflow or vanish.
        var unit = Math.Max(a, b) is var larger && larger > 0 ? larger : 1;
        var (u, v) = (a / unit * (a / unit) / first.Count, b / unit * (b / unit) / second.Count);
        var freedom = (u + v) * (u + v) / ((u * u / (first.Count - 1)) + (v * v / (second.Count - 1)));
        var largest = Math.Max(Math.Abs(first.Mean), Math.Abs(second.Mean));
        var areConstant = Math.Max(a, b) <= Rounding * largest;
        return Known(Finite(first.Mean - second.Mean, unit * Math.Sqrt(u + v), freedom, largest), areConstant);
    }

    // Values that are counted, such as right answers of a hundred, are equal by chance. A few that have no spread therefore say nothing
    // of the noise. A difference of zero needs no noise to be told: nothing has changed.
    private static DifferenceOfMeans? Known(DifferenceOfMeans? difference, bool hasNoSpread) =>
        hasNoSpread && difference is { IsZero: false } ? null : difference;

    private static DifferenceOfMeans? Finite(double difference, double standardError, double degreesOfFreedom, double largest) =>
        double.IsFinite(difference) && double.IsFinite(standardError)
            ? new DifferenceOfMeans(difference, standardError, degreesOfFreedom, largest)
            : null;
}
