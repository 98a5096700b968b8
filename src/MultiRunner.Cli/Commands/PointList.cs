using System.CommandLine.Parsing;
using System.Globalization;

namespace MultiRunner.Cli.Commands;

/// <summary>Reads "3,7" and "0-4,9".</summary>
internal static class PointList
{
    // Far more than a sweep has points, so that "0-2000000000" is an error and not a full memory.
    private const int Most = 10_000_000;

    /// <summary>The points that an option's values name; what is no point becomes an error of the command line.</summary>
    public static int[]? Parse(ArgumentResult result)
    {
        var points = new List<int>();
        foreach (var part in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            var ends = part.Split('-');
            if (ends.Length <= 2 && TryParse(ends[0], out var first) && TryParse(ends[^1], out var last) && first <= last && last - first < Most)
            {
                points.AddRange(Enumerable.Range(first, last - first + 1));
                continue;
            }

            result.AddError($"--points takes the indices of points, from 0, such as 3,7 or 0-4, but '{part}' is none.");
            return null;
        }

        return [.. points];
    }

    private static bool TryParse(string text, out int point) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out point);
}
