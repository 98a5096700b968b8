using System.Numerics;

namespace MultiRunner.Grids.Drawing;

/// <summary>
/// One dimension of a <see cref="LatinSequence"/>. A coordinate is the number of a stratum and binary digits after it, all of it one
/// whole number. Each further digit tells in which half of its stratum the point is, so a doubling reads one digit more, and
/// a new point goes into each half that is empty.
/// </summary>
internal sealed class LatinDimension
{
    // The number of a stratum and its digits have 50 bits, so a double holds them exactly, with half a unit added.
    private const int Bits = 50;

    private readonly ulong seed;
    private readonly int dimension;
    private readonly int digits;
    private readonly double scale;
    private ulong[] positions = [];
    private int doublings;

    /// <summary>Places the first points.</summary>
    /// <param name="strata">The number of strata and of points before the first doubling.</param>
    /// <param name="seed">Another seed gives other coordinates.</param>
    /// <param name="dimension">The number of the dimension.</param>
    public LatinDimension(int strata, ulong seed, int dimension)
    {
        this.seed = seed;
        this.dimension = dimension;
        digits = Bits - (BitOperations.Log2((uint)strata) + 1);
        scale = (double)strata * (1UL << (digits + 1));
        Append([.. Enumerable.Range(0, strata).Select(stratum => (ulong)stratum)]);
    }

    /// <summary>The coordinate of a point. It is never at the edge of a stratum, where rounding could move it into the next one.</summary>
    public double At(int index)
    {
        while (index >= positions.Length)
            Double();
        return ((positions[index] << 1) + 1) / scale;
    }

    private void Double()
    {
        doublings++;
        var below = digits - doublings;
        var empty = new ulong[positions.Length];
        foreach (var position in positions)
            empty[position >> (below + 1)] = (position >> below) ^ 1;
        Append(empty);
    }

    /// <summary>Adds a point to each of these strata, in random order.</summary>
    private void Append(ulong[] strata)
    {
        Shuffle(strata);
        var below = digits - doublings;
        var before = positions.Length;
        Array.Resize(ref positions, before + strata.Length);
        for (var i = 0; i < strata.Length; i++)
        {
            var random = Philox.Word(seed, (ulong)(before + i), dimension, RandomStream.LatinPosition);
            positions[before + i] = (strata[i] << below) | (random >> (64 - below));
        }
    }

    /// <summary>Orders the strata by the algorithm of Fisher and Yates.</summary>
    private void Shuffle(ulong[] strata)
    {
        for (var last = strata.Length - 1; last > 0; last--)
        {
            var random = Philox.Word(seed, ((ulong)doublings << 32) | (uint)last, dimension, RandomStream.LatinOrder);
            var other = (int)Math.BigMul(random, (ulong)last + 1, out _);
            (strata[last], strata[other]) = (strata[other], strata[last]);
        }
    }
}
