using System.Globalization;

namespace MultiRunner.Grids;

/// <summary>An enum as text, whatever the culture of the process.</summary>
internal static class EnumText
{
    /// <summary>The name of the value, or its names. A value without a name is written as its number.</summary>
    public static string Of(Enum value)
    {
        // Enum writes such a number with the minus sign of the current culture: U+2212 in Swedish.
        var text = value.ToString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.CurrentCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
