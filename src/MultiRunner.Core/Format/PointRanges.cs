using System.Globalization;
using System.Text;

namespace MultiRunner.Format;

/// <summary>Indices of points as people write them: <c>0-17,20</c>.</summary>
internal static class PointRanges
{
    // This is far more than a sweep has points. It makes "0-2000000000" an error, which would fill the memory.
    private const int Most = 10_000_000;

    /// <summary>Writes the indices in ascending order, each of them once.</summary>
    public static string Format(IEnumerable<int> points)
    {
        var text = new StringBuilder();
        int? first = null;
        var last = 0;
        foreach (var point in points.Distinct().Order())
        {
            if (first is not null && point == last + 1)
            {
                last = point;
                continue;
            }

            Append(text, first, last);
            (first, last) = (point, point);
        }

        Append(text, first, last);
        return text.ToString();
    }

    /// <summary>
    /// Reads a list of indices and ranges. If it is none, the result is null and <paramref name="wrong"/> is the wrong part.
    /// </summary>
    public static IReadOnlyList<int>? TryParse(string text, out string? wrong)
    {
        wrong = null;
        var points = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2
                || !IsIndex(ends[0], out var first)
                || !IsIndex(ends[^1], out var last)
                || first > last
                || last - first >= Most - points.Count)
            {
                wrong = part;
                return null;
            }

            points.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return points;
    }

    private static void Append(StringBuilder text, int? first, int last)
    {
        if (first is not { } from)
            return;
        var separator = text.Length == 0 ? "" : ",";
        text.Append(from == last
            ? string.Create(CultureInfo.InvariantCulture, $"{separator}{from}")
            : string.Create(CultureInfo.InvariantCulture, $"{separator}{from}-{last}"));
    }

    private static bool IsIndex(string text, out int point) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out point);
}
