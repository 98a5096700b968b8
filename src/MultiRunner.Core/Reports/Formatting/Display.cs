using System.Globalization;
using System.Text;
using System.Text.Json;
using MultiRunner.Grids;

namespace MultiRunner.Reports.Formatting;

/// <summary>Values as people read them: the same text in every culture, on one line, without control characters.</summary>
internal static class Display
{
    private const int ListedPoints = 10;
    private const int MostDigits = 10;
    private const int LongestLine = 300;
    private const double Exact = 1e15;
    private const int LeastPower = 9;
    private const int LeastRounded = 15;

    /// <summary>
    /// A metric: six significant digits, but whole numbers and those from a million up keep all digits before the point
    /// until 1e15, as a size in bytes should. One below 100,000 that is not whole has up to ten digits until it does not look whole.
    /// </summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        var whole = size < Exact && (size >= 1e6 || value == Math.Truncate(value));
        var text = value.ToString(whole ? "F0" : "G6", CultureInfo.InvariantCulture);
        for (var digits = 7; digits <= MostDigits && !whole && size < 1e5 && !text.AsSpan().ContainsAny('.', 'E'); digits++)
            text = value.ToString($"G{digits}", CultureInfo.InvariantCulture);
        return text;
    }

    /// <summary>A count.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A count that may be very large: "1,024", "10^12", "about 3.4 x 10^20". A power of ten is written as such from 10^9 on, and every
    /// other number from 10^15 on.
    /// </summary>
    public static string Grouped(UInt128 count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        var power = digits.Length - 1;
        if (power >= LeastPower && digits.AsSpan(1).Trim('0').IsEmpty && digits[0] == '1')
            return string.Create(CultureInfo.InvariantCulture, $"10^{power}");
        if (power < LeastRounded)
            return count.ToString("N0", CultureInfo.InvariantCulture);

        // The mantissa may be rounded up to ten.
        var mantissa = Math.Round((double)count / Math.Pow(10, power), 1);
        return mantissa < 10
            ? string.Create(CultureInfo.InvariantCulture, $"about {mantissa:0.#} x 10^{power}")
            : string.Create(CultureInfo.InvariantCulture, $"about 10^{power + 1}");
    }

    /// <summary>A duration in the two units that matter: "345 ms", "12.3 s", "3 min 5 s", "2 h 5 min", "3 d 4 h".</summary>
    public static string Seconds(double seconds)
    {
        static string Two(double total, int unit, string large, int smallUnit, string small)
        {
            var rounded = (long)Math.Round(total / smallUnit) * smallUnit;
            return string.Create(CultureInfo.InvariantCulture, $"{rounded / unit} {large} {rounded % unit / smallUnit} {small}");
        }

        return seconds switch
        {
            0 => "0 s",
            < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds * 1000)} ms"),
            < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"),
            < 3599.5 => Two(seconds, 60, "min", 1, "s"),
            < 86370 => Two(seconds, 3600, "h", 60, "min"),
            < 1e12 => Two(seconds, 86400, "d", 3600, "h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:G3} s"),
        };
    }

    /// <summary>A time, in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>"1 point", "2 points".</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"point 3", "points 3, 7 and 9"; of more than ten the first ten.</summary>
    public static string Points(IReadOnlyList<int> points, bool capital = false)
    {
        var name = capital ? "Point" : "point";
        if (points.Count == 1)
            return $"{name} {Number(points[0])}";
        var listed = points.Take(points.Count > ListedPoints ? ListedPoints : points.Count - 1).Select(Number);
        var rest = points.Count > ListedPoints ? $"{Number(points.Count - ListedPoints)} more" : Number(points[^1]);
        return $"{name}s {string.Join(", ", listed)} and {rest}";
    }

    /// <summary>
    /// An argument as it was written, and a text without its quotes where it cannot be mistaken for anything else; empty
    /// when there is none.
    /// </summary>
    public static string Argument(CanonicalJson? argument)
    {
        if (argument is not { } json)
            return "";
        if (!json.Text.StartsWith('"'))
            return Line(json.Text);
        var text = Text(json);
        return Line(IsUnmistakable(text) ? text : json.Text);
    }

    /// <summary>Whether a text without its quotes is not taken for a number, a keyword, or a part of something longer.</summary>
    private static bool IsUnmistakable(string text) =>
        text.Length > 0
        && text == text.Trim()
        && !text.Any(c => c is ',' or '"' or '\\' or '=' || Escape.IsControl(c))
        && text is not ("null" or "true" or "false")
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// The text that a JSON string stands for; the JSON itself when that is no valid text, such as half a surrogate pair.
    /// </summary>
    public static string Text(CanonicalJson json)
    {
        using var document = JsonDocument.Parse(json.Text);
        try
        {
            return document.RootElement.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return json.Text;
        }
    }

    /// <summary>
    /// A text in one line. A space stands for a line end and a tab. What a terminal would obey, and what would reorder the line, is
    /// escaped.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
            line.Append(c is '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029' ? ' ' : c);
        return Escape.Controls(line.ToString());
    }

    /// <summary>The lines of a text, each fit for a terminal; after <paramref name="most"/> of them, how many more there are.</summary>
    public static IEnumerable<string> Lines(string text, int most)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var shown = lines.Take(most).Select(line => Shortened(Line(line).TrimEnd(), LongestLine));
        return lines.Length <= most ? shown : shown.Append($"... {Count(lines.Length - most, "more line")}");
    }

    /// <summary>A text of at most <paramref name="longest"/> characters, its end cut off and marked where it was longer.</summary>
    public static string Shortened(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 3;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "...";
    }
}
