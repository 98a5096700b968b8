using System.Globalization;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Writing;

/// <summary>Arguments as tables show them.</summary>
internal static class Arguments
{
    /// <summary>How many characters of an argument, or of the heading of a column, a table shows at most.</summary>
    public const int LongestCell = 40;

    /// <summary>The text of an argument, cut where it is long; empty when there is none.</summary>
    public static string Cell(CanonicalJson? value) => Display.Shortened(Display.Argument(value), LongestCell);

    /// <summary>Whether an argument is written as a number.</summary>
    public static bool IsNumber(CanonicalJson? value) => value is { Text: [>= '0' and <= '9' or '-', ..] };

    /// <summary>The number that an argument is, or null.</summary>
    public static double? Number(CanonicalJson value) =>
        IsNumber(value) && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
