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

    /// <summary>
    /// Whether the values of a parameter are numbers: each is one, an infinity, NaN or null, and at least one is written as a number.
    /// JSON has infinities and NaN as texts, so the other values tell whether a text of that name is meant.
    /// </summary>
    public static bool AreNumbers(IEnumerable<CanonicalJson?> values)
    {
        var hasNumber = false;
        foreach (var value in values)
        {
            if (value is not { Text: not "null" } json)
                continue;
            if (Number(json) is null)
                return false;
            hasNumber |= IsNumber(value);
        }

        return hasNumber;
    }

    /// <summary>The number that an argument is among numbers, or null. JSON has infinities and NaN as texts.</summary>
    public static double? Number(CanonicalJson value) => value.Text switch
    {
        "\"NaN\"" => double.NaN,
        "\"Infinity\"" => double.PositiveInfinity,
        "\"-Infinity\"" => double.NegativeInfinity,
        var text when IsNumber(value) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
