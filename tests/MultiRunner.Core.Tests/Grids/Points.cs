using MultiRunner.Grids;
using MultiRunner.Grids.Drawing;

namespace MultiRunner.Core.Tests.Grids;

/// <summary>The points of a sequence, and how evenly they cover the unit cube.</summary>
internal static class Points
{
    /// <summary>The first points.</summary>
    public static double[][] Of(IPointSequence sequence, int dimensions, int count, ulong start = 0) =>
        [.. Enumerable.Range(0, count).Select(i => At(sequence, dimensions, start + (ulong)i))];

    /// <summary>The point of an index.</summary>
    public static double[] At(IPointSequence sequence, int dimensions, ulong index)
    {
        var coordinates = new double[dimensions];
        sequence.At(index, coordinates);
        return coordinates;
    }

    /// <summary>Whether each of as many strata as there are points has one of them, in one dimension.</summary>
    public static bool FillStrata(IReadOnlyCollection<double> coordinates) =>
        coordinates.Select(u => (int)Math.Floor(u * coordinates.Count)).Order().SequenceEqual(Enumerable.Range(0, coordinates.Count))
        && coordinates.Select(u => (int)Coordinate.Stratum(u, (UInt128)coordinates.Count)).Order()
            .SequenceEqual(Enumerable.Range(0, coordinates.Count));

    /// <summary>The L2 star discrepancy of points in a square by the formula of Warnock (1972).</summary>
    public static double Discrepancy(double[][] points)
    {
        double n = points.Length, single = 0, pairs = 0;
        foreach (var p in points)
        {
            single += (1 - (p[0] * p[0])) * (1 - (p[1] * p[1]));
            foreach (var q in points)
                pairs += (1 - Math.Max(p[0], q[0])) * (1 - Math.Max(p[1], q[1]));
        }

        return Math.Sqrt((1 / 9.0) - (single / 2 / n) + (pairs / n / n));
    }
}
