using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>The same work for all: the product of three axes.</summary>
/// <param name="A">The length of the first axis.</param>
/// <param name="B">The length of the second axis.</param>
/// <param name="C">The length of the third axis.</param>
/// <param name="Milliseconds">How long a point sleeps; 0 for a point that does nothing.</param>
internal sealed record PeerWork(int A, int B, int C, int Milliseconds)
{
    /// <summary>How many points there are.</summary>
    public int Points => A * B * C;

    /// <summary>The lengths of the axes and the sleep, as arguments of a program.</summary>
    public IReadOnlyList<string> Arguments =>
        [.. new[] { A, B, C, Milliseconds }.Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>About an eighth of it, of which two, four and eight workers get the same share each.</summary>
    public PeerWork Eighth => Of(Points / 64 * 8, Milliseconds);

    /// <summary>A number of points on axes of about the same length.</summary>
    public static PeerWork Of(int points, int milliseconds)
    {
        var a = LargestDivisor(points, Math.Cbrt(points));
        var b = LargestDivisor(points / a, Math.Sqrt(points / a));
        return new PeerWork(a, b, points / a / b, milliseconds);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Milliseconds == 0 ? $"{Points:N0} trivial points" : $"{Points:N0} points that sleep {Milliseconds} ms";

    /// <summary>The rounding of a root must not cost the root itself.</summary>
    private static int LargestDivisor(int number, double most)
    {
        var divisor = (int)(most + 1e-6);
        while (number % divisor != 0)
            divisor--;
        return divisor;
    }
}
