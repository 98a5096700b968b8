namespace MultiRunner.Grids.Drawing;

/// <summary>What is the same for the coordinates of all sequences: numbers of at least 0 and below 1.</summary>
internal static class Coordinate
{
    private const int Bits = 53;
    private const double Scale = 1UL << Bits;

    /// <summary>The coordinate that the first 53 bits of a random number are.</summary>
    public static double Of(ulong random) => (random >> (64 - Bits)) / Scale;

    /// <summary>The first 53 binary digits after the point.</summary>
    public static ulong Digits(double coordinate) => (ulong)(coordinate * Scale);

    /// <summary>
    /// Which of <paramref name="count"/> equal parts of [0, 1) has the coordinate. It is computed in whole numbers, so that the
    /// coordinates of a Latin hypercube are found in their strata.
    /// </summary>
    /// <param name="coordinate">The coordinate.</param>
    /// <param name="count">The number of parts, from 1 to 2^64.</param>
    public static UInt128 Stratum(double coordinate, UInt128 count) => (Digits(coordinate) * count) >> Bits;
}
