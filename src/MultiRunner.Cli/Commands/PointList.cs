using System.CommandLine.Parsing;
using MultiRunner.Format;

namespace MultiRunner.Cli.Commands;

/// <summary>Reads lists of points such as "3,7" and "0-4,9".</summary>
internal static class PointList
{
    /// <summary>The points that the values of an option name. A part that is no point becomes an error of the command line.</summary>
    public static int[]? Parse(ArgumentResult result)
    {
        if (PointRanges.TryParse(string.Join(',', result.Tokens.Select(token => token.Value)), out var wrong) is { } points)
            return [.. points];
        result.AddError(
            $"--points takes the indices of points, from 0, such as 3,7 or 0-4, but '{wrong}' is neither an index nor a range. "
            + "Correct the list.");
        return null;
    }
}
