using System.Numerics;

namespace MultiRunner.Results;

/// <summary>
/// Whole numbers as metrics. Metrics are doubles. Beyond 2^53 not every whole number is one, and a rounded id or seed is another one.
/// </summary>
internal static class ExactNumber
{
    /// <summary>The double that is the number.</summary>
    /// <exception cref="OverflowException">There is none.</exception>
    public static double Of(BigInteger value, string name)
    {
        var number = (double)value;
        return double.IsFinite(number) && new BigInteger(number) == value
            ? number
            : throw new OverflowException(Messages.NotExact(name, value));
    }

    /// <summary>The double that is nearest to a decimal. It is the decimal itself where that is whole.</summary>
    /// <exception cref="OverflowException">The decimal is whole, and no double is.</exception>
    public static double Nearest(decimal value, string name) => decimal.IsInteger(value) ? Of((BigInteger)value, name) : (double)value;
}
