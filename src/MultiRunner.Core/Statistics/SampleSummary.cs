namespace MultiRunner.Statistics;

/// <summary>What repeated measurements of one thing say about its mean.</summary>
/// <param name="Count">The number of measurements, n.</param>
/// <param name="Mean">The arithmetic mean; it follows IEEE 754 when a value is not finite, and is NaN without values.</param>
/// <param name="StandardDeviation">
/// The sample standard deviation (divided by n - 1); null for fewer than two values and when a value is not finite.
/// </param>
/// <param name="Low">The lower end of the 95 % interval of the mean by Student's t; null when there is no standard deviation.</param>
/// <param name="High">Its upper end.</param>
internal sealed record SampleSummary(int Count, double Mean, double? StandardDeviation, double? Low, double? High)
{
    /// <param name="values">The measurements. Their order has no effect on any digit.</param>
    public static SampleSummary Of(IReadOnlyList<double> values)
    {
        var moments = Moments.Of(values.ToArray());
        if (moments.StandardDeviation is not { } deviation)
            return new SampleSummary(moments.Count, moments.Mean, null, null, null);

        var half = StudentsT.HalfWidth95(moments.Count - 1) * deviation / Math.Sqrt(moments.Count);
        return new SampleSummary(moments.Count, moments.Mean, deviation, moments.Mean - half, moments.Mean + half);
    }
}
