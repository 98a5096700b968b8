using System.Numerics;

namespace MultiRunner.Grids.Drawing;

/// <summary>
/// A Sobol' sequence: of its first 2^k points each dimension has one in each of 2^k equal strata, and pairs of dimensions are covered
/// evenly, too. The direction numbers are those of Joe and Kuo (2008). Points come in the order of the Gray code (Antonov and Saleev
/// 1979), as in the authors' program.
/// </summary>
/// <remarks>
/// A digital shift drawn from the seed is added to each dimension (L'Ecuyer and Lemieux 2002, "Recent advances in randomized
/// quasi-Monte Carlo methods"). It keeps the evenness. Without it the first point would be a corner of the cube for every seed.
/// </remarks>
internal sealed class SobolSequence : IPointSequence
{
    /// <summary>The most dimensions that there are direction numbers for.</summary>
    public const int MaxDimensions = 256;

    private readonly ulong[][] directions;
    private readonly ulong[] shifts;

    /// <summary>Makes the sequence.</summary>
    /// <param name="seed">Another seed gives other points.</param>
    /// <param name="dimensions">The number of dimensions, up to <see cref="MaxDimensions"/>.</param>
    public SobolSequence(ulong seed, int dimensions)
        : this(dimensions, dimension => Philox.Word(seed, 0, dimension, RandomStream.SobolShift))
    {
    }

    private SobolSequence(int dimensions, Func<int, ulong> shift)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        directions = [.. Enumerable.Range(0, dimensions).Select(SobolDirections.Of)];
        shifts = [.. Enumerable.Range(0, dimensions).Select(shift)];
    }

    /// <summary>The sequence as it was published, without shifts.</summary>
    public static SobolSequence Unshifted(int dimensions) => new(dimensions, _ => 0);

    /// <inheritdoc/>
    public void At(ulong index, Span<double> coordinates)
    {
        var gray = index ^ (index >> 1);
        for (var dimension = 0; dimension < coordinates.Length; dimension++)
        {
            var point = shifts[dimension];
            for (var rest = gray; rest != 0; rest &= rest - 1)
                point ^= directions[dimension][BitOperations.TrailingZeroCount(rest)];
            coordinates[dimension] = Coordinate.Of(point);
        }
    }
}
