using System.Globalization;

namespace MultiRunner.Grids.Drawing;

/// <summary>Whole numbers between two ends, both ends included, all equally likely.</summary>
internal sealed class UniformIntDistribution : IDistribution
{
    private readonly long from;
    private readonly long to;

    private UniformIntDistribution(long from, long to)
    {
        this.from = from;
        this.to = to;
    }

    /// <inheritdoc/>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"UniformInt({from}, {to})");

    /// <summary>Makes the distribution of an axis.</summary>
    /// <exception cref="GridException">The first end is not below the second.</exception>
    public static UniformIntDistribution Create(string axis, long from, long to)
    {
        DistributionCheck.Ascending(axis, from, to);
        return new UniformIntDistribution(from, to);
    }

    /// <inheritdoc/>
    public object At(double coordinate) => (long)(from + (Int128)Coordinate.Stratum(coordinate, (UInt128)((Int128)to - from + 1)));
}
