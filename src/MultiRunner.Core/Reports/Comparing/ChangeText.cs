using System.Globalization;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Comparing;

/// <summary>Changes as people read them: always with a sign.</summary>
internal static class ChangeText
{
    /// <summary>A part as a percentage: "+1.25 %", "-12.5 %", "+250 %"; empty when there is none.</summary>
    public static string Percent(double? part) => part is { } value ? $"{Signed(value * 100)} %" : "";

    /// <summary>A difference alone: "+0.0125".</summary>
    public static string Difference(double value) => Plus(value) + Display.Number(value);

    /// <summary>A difference with the digits of its column.</summary>
    public static string Difference(double value, NumberFormat format) => Plus(value) + format.Text(value);

    private static string Signed(double percent)
    {
        var size = Math.Abs(percent);
        var format = size < 9.995 ? "F2" : size < 99.95 ? "F1" : size < 1e6 ? "F0" : "G3";
        return Plus(percent) + percent.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Plus(double value) => value > 0 ? "+" : "";
}
