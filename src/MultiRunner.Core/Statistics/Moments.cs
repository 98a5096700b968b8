namespace MultiRunner.Statistics;

/// <summary>Mean and spread of some values.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their arithmetic mean; not finite when a value is not, or when there is none.</param>
/// <param name="StandardDeviation">
/// The sample standard deviation (divided by n - 1); null for fewer than two values, and when a value or the deviation is not finite.
/// </param>
internal readonly record struct Moments(int Count, double Mean, double? StandardDeviation)
{
    /// <param name="values">The values. They are sorted, so that the order in which they came changes no digit of the result.</param>
    public static Moments Of(Span<double> values)
    {
        values.Sort();
        var mean = MeanOf(values);
        return new Moments(values.Length, mean, double.IsFinite(mean) && values.Length > 1 ? DeviationOf(values, mean) : null);
    }

    /// <summary>
    /// The distance from the smallest value is averaged. So the mean of equal values is that value to the last digit, which (x + x + x)
    /// / 3 is not always, and equal samples are ties.
    /// </summary>
    private static double MeanOf(ReadOnlySpan<double> sorted)
    {
        double sum = 0;
        double distance = 0;
        double parts = 0;
        foreach (var value in sorted)
        {
            sum += value;
            distance += value - sorted[0];
            parts += value / sorted.Length;
        }

        // An infinite value or NaN makes every part infinite or NaN, as IEEE 754 has it. Large values overflow in the sums alone.
        if (!double.IsFinite(parts) || sorted.IsEmpty)
            return sum / sorted.Length;
        return double.IsFinite(distance) ? sorted[0] + (distance / sorted.Length) : parts;
    }

    /// <summary>Deviations are divided by the largest, so that no square overflows or vanishes.</summary>
    private static double? DeviationOf(ReadOnlySpan<double> sorted, double mean)
    {
        var largest = Math.Max(mean - sorted[0], sorted[^1] - mean);
        if (largest == 0)
            return 0;
        double squares = 0;
        foreach (var value in sorted)
        {
            var part = (value - mean) / largest;
            squares += part * part;
        }

        var deviation = largest * Math.Sqrt(squares / (sorted.Length - 1));
        return double.IsFinite(deviation) ? deviation : null;
    }
}
