using System.Globalization;
using System.Numerics;

namespace MultiRunner.Grids.Drawing;

/// <summary>
/// Positive real numbers between two ends whose logarithms are all equally likely, so that each decade has as many values. They are
/// rounded to four significant digits, or to as many as give at least 10,000 different values.
/// </summary>
/// <remarks>
/// The last digits of <see cref="Math.Exp"/> depend on the C library. So its result counts only if every number near it rounds to the same
/// value. Otherwise the number is computed from square roots in decimal arithmetic, which is the same on every machine.
/// </remarks>
internal sealed class LogUniformDistribution : IDistribution
{
    private const int LeastDigits = 4;
    private const int MostDigits = 17;
    private const int LeastValues = 10_000;

    // The error of the fast way is below 1e-12 of a number that is not subnormal.
    private const double Uncertainty = 1e-11;
    private const double LeastNormal = 1e-300;

    private readonly double from;
    private readonly double to;
    private readonly int digits;
    private readonly Lazy<DecimalPower> power;

    private LogUniformDistribution(double from, double to)
    {
        this.from = from;
        this.to = to;
        digits = DigitsFor(from, to);
        power = new(() => new DecimalPower(BigDecimal.Of(from), BigDecimal.Of(to)));
    }

    /// <inheritdoc/>
    public string Text => DistributionCheck.Written("LogUniform", from, to);

    /// <summary>Makes the distribution of an axis.</summary>
    /// <exception cref="GridException">An end is not finite or not above 0, or the first is not below the second.</exception>
    public static LogUniformDistribution Create(string axis, double from, double to)
    {
        DistributionCheck.Finite(axis, "LogUniform", from, to);
        DistributionCheck.Positive(axis, from, to);
        DistributionCheck.Ascending(axis, "LogUniform", from, to);
        return new LogUniformDistribution(from, to);
    }

    /// <inheritdoc/>
    public object At(double coordinate) => Math.Clamp(Near(coordinate) ?? Exact(coordinate), from, to);

    /// <summary>The value by decimal arithmetic, before the ends are minded.</summary>
    internal double Exact(double coordinate) => power.Value.At(coordinate).Rounded(digits).ToDouble();

    /// <summary>The value by the functions of the machine, or null if another machine could have another one.</summary>
    internal double? Near(double coordinate)
    {
        var near = Math.Exp(Math.Log(from) + (coordinate * (Math.Log(to) - Math.Log(from))));
        if (!double.IsFinite(near) || near < LeastNormal)
            return null;
        var text = Rounded(near * (1 - Uncertainty), digits);
        return text == Rounded(near * (1 + Uncertainty), digits) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>How many significant digits are needed for so many values between the ends.</summary>
    private static int DigitsFor(double from, double to)
    {
        for (var digits = LeastDigits; digits < MostDigits; digits++)
        {
            if (Rank(to, digits) - Rank(from, digits) >= LeastValues)
                return digits;
        }

        return MostDigits;
    }

    /// <summary>The place of a number among all numbers of so many significant digits.</summary>
    private static BigInteger Rank(double number, int digits)
    {
        var parts = Rounded(number, digits).Split('E');
        var significant = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var ofDecade = 9 * BigInteger.Pow(10, digits - 1);
        return (int.Parse(parts[1], CultureInfo.InvariantCulture) * ofDecade) + significant;
    }

    private static string Rounded(double number, int digits) =>
        number.ToString(string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}"), CultureInfo.InvariantCulture);
}
