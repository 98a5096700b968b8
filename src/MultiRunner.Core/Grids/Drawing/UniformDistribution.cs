namespace MultiRunner.Grids.Drawing;

/// <summary>
/// Real numbers between two ends, all equally likely. They are rounded to the decimal place that makes at least 10,000 steps of the
/// distance of the ends. The sums are exact, so that a value is the same on every machine.
/// </summary>
internal sealed class UniformDistribution : IDistribution
{
    private const int Digits = 4;

    private readonly double from;
    private readonly double to;
    private readonly BigDecimal start;
    private readonly BigDecimal width;
    private readonly int place;

    private UniformDistribution(double from, double to)
    {
        this.from = from;
        this.to = to;
        start = BigDecimal.Of(from);
        width = BigDecimal.Of(to) - start;
        place = width.Magnitude - Digits;
    }

    /// <inheritdoc/>
    public string Text => DistributionCheck.Written("Uniform", from, to);

    /// <summary>Makes the distribution of an axis.</summary>
    /// <exception cref="GridException">An end is not finite, or the first is not below the second.</exception>
    public static UniformDistribution Create(string axis, double from, double to)
    {
        DistributionCheck.Finite(axis, "Uniform", from, to);
        DistributionCheck.Ascending(axis, "Uniform", from, to);
        return new UniformDistribution(from, to);
    }

    /// <inheritdoc/>
    public object At(double coordinate) =>
        Math.Clamp((start + (width * BigDecimal.Of(coordinate))).RoundedAt(place).ToDouble(), from, to);
}
