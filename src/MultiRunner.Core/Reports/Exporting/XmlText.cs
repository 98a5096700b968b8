using System.Globalization;
using System.Text;
using System.Xml;

namespace MultiRunner.Reports.Exporting;

/// <summary>Texts for XML, in which some characters cannot stand, not even escaped.</summary>
internal static class XmlText
{
    /// <summary>The text; a character that XML does not allow, such as NUL, stands as <c>\u0000</c>.</summary>
    public static string Of(string text)
    {
        if (IsAllowed(text))
            return text;
        var allowed = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                allowed.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                allowed.Append(text, i++, 2);
            else
                allowed.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:X4}");
        }

        return allowed.ToString();
    }

    private static bool IsAllowed(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }
}
