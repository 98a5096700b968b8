using System.Globalization;
using System.Text;

namespace MultiRunner.Grids;

/// <summary>Shows characters that a terminal would obey, or that would reorder the text around them, as <c>\u202E</c>.</summary>
internal static class Escape
{
    /// <summary>The text with all of them escaped. Other characters, of any language, stay as they are.</summary>
    public static string Controls(string text)
    {
        if (!text.Any(IsControl))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (IsControl(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>Whether a character ends a line, is obeyed by a terminal, or says in which direction text runs.</summary>
    public static bool IsControl(char c) =>
        char.IsControl(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
