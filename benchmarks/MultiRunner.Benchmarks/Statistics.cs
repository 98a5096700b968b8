namespace MultiRunner.Benchmarks;

internal static class Statistics
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);

    /// <summary>"median (smallest to largest)".</summary>
    public static string Spread(this IEnumerable<double> values, string format) => Text([.. values], 0, 1, format);

    /// <summary>"median (first quartile to third)".</summary>
    public static string Quartiles(this IEnumerable<double> values, string format) => Text([.. values], 0.25, 0.75, format);

    /// <summary>The value below which <paramref name="share"/> of all lie; between two values in proportion, as most statistics programs do.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    private static string Text(double[] values, double low, double high, string format) =>
        $"{values.Median().ToString(format, null)} ({values.Quantile(low).ToString(format, null)} to {values.Quantile(high).ToString(format, null)})";
}
