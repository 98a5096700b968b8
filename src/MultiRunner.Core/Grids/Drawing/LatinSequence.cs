using System.Numerics;

namespace MultiRunner.Grids.Drawing;

/// <summary>
/// A Latin hypercube (McKay, Beckman and Conover 1979): n points whose coordinates in each dimension lie in n different ones of n equal
/// strata, at a random position within the stratum.
/// </summary>
/// <remarks>
/// The design is nested (Qian 2009, "Nested Latin hypercube designs"). For n = m * 2^k with an odd m, the first m points are a Latin
/// hypercube of m strata, the first 2m one of 2m strata, and so on. So twice as many samples keep all points and append as many. The
/// points with an index of n and above belong to the next doublings. The points up to the greatest index are kept in memory, and one
/// sequence is for one thread.
/// </remarks>
internal sealed class LatinSequence : IPointSequence
{
    /// <summary>How many points there are at most.</summary>
    public const int MaxPoints = 1 << 30;

    private readonly LatinDimension[] dimensions;

    /// <summary>Makes the design of the first points.</summary>
    /// <param name="samples">The number of points, from 1.</param>
    /// <param name="seed">Another seed gives other points.</param>
    /// <param name="dimensions">The number of dimensions.</param>
    public LatinSequence(int samples, ulong seed, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var odd = samples >> BitOperations.TrailingZeroCount(samples);
        this.dimensions = [.. Enumerable.Range(0, dimensions).Select(dimension => new LatinDimension(odd, seed, dimension))];
    }

    /// <inheritdoc/>
    public void At(ulong index, Span<double> coordinates)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, (ulong)MaxPoints);
        for (var dimension = 0; dimension < coordinates.Length; dimension++)
            coordinates[dimension] = dimensions[dimension].At((int)index);
    }
}
