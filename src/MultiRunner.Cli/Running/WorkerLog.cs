using System.Text.RegularExpressions;

namespace MultiRunner.Cli.Running;

/// <summary>The file with what a worker wrote.</summary>
internal static partial class WorkerLog
{
    /// <summary>The first error of MSBuild in a log, such as one of a project that lacks a package; null when there is none.</summary>
    public static string? FirstError(string path)
    {
        try
        {
            return File.ReadLines(path).Select(line => Error().Match(line)).FirstOrDefault(match => match.Success)?.Groups["text"].Value;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The project stands behind the text, in brackets.
    [GeneratedRegex(@": error (?<text>[A-Z]+[0-9]+: .*?)( \[[^\]]*\])?$")]
    private static partial Regex Error();
}
