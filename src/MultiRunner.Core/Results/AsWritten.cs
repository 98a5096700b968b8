using System.Globalization;

namespace MultiRunner.Results;

/// <summary>
/// Numbers with fewer binary digits than a double, as metrics. A fraction goes by way of its shortest text, so that 0.1f becomes 0.1 and
/// not 0.10000000149011612. A whole number is kept exactly, because its shortest text may be another one: that of the Half 10008 is 10010.
/// </summary>
internal static class AsWritten
{
    // A number beyond it is whole only because its type has no digits left for a fraction. So 1e30f is taken as it is written, too.
    private const double LargestWhole = 1L << 53;

    /// <summary>The double that is meant by the number.</summary>
    public static double Of(float value) => Of(value, value);

    /// <inheritdoc cref="Of(float)"/>
    public static double Of(Half value) => Of(value, (double)value);

    private static double Of<T>(T value, double widened)
        where T : IFormattable =>
        double.IsInteger(widened) && Math.Abs(widened) <= LargestWhole
            ? widened
            : double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
