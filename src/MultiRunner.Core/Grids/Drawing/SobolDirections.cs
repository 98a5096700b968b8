using System.Globalization;

namespace MultiRunner.Grids.Drawing;

/// <summary>
/// The direction numbers of Joe and Kuo (2008), "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci.
/// Comput. 30, 2635-2654. SobolDirections.txt has the first dimensions of their file new-joe-kuo-6.21201.
/// </summary>
internal static class SobolDirections
{
    private const int Bits = 64;

    private static readonly Lazy<int[][]> Lines = new(Read);

    /// <summary>The 64 direction numbers of a dimension, as binary digits after the point.</summary>
    /// <param name="dimension">The number of the dimension, from 0.</param>
    public static ulong[] Of(int dimension)
    {
        var directions = new ulong[Bits];
        if (dimension == 0)
        {
            for (var i = 0; i < Bits; i++)
                directions[i] = 1UL << (Bits - 1 - i);
            return directions;
        }

        var line = Line(dimension);
        var degree = line[1];
        for (var i = 0; i < Bits; i++)
            directions[i] = i < degree ? (ulong)line[i + 3] << (Bits - 1 - i) : Next(directions, i, degree, line[2]);
        return directions;
    }

    /// <summary>
    /// What the file says of a dimension from 1: its number counted from 1, the degree of its polynomial, the inner coefficients as a
    /// binary number, and the initial numbers.
    /// </summary>
    internal static int[] Line(int dimension) => Lines.Value[dimension - 1];

    private static ulong Next(ulong[] directions, int i, int degree, int coefficients)
    {
        var next = directions[i - degree] ^ (directions[i - degree] >> degree);
        for (var j = 1; j < degree; j++)
        {
            if (((coefficients >> (degree - 1 - j)) & 1) == 1)
                next ^= directions[i - j];
        }

        return next;
    }

    private static int[][] Read()
    {
        using var stream = typeof(SobolDirections).Assembly.GetManifestResourceStream("MultiRunner.Grids.Drawing.SobolDirections.txt")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => line.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray()),
        ];
    }
}
