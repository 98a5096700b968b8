using System.Text.RegularExpressions;
using MultiRunner.Grids;
using MultiRunner.Storage;

namespace MultiRunner.Format;

/// <summary>
/// Finds what cannot be meant in a path that is to be the root of sweeps. Nobody but a shell replaces '~' and '$HOME', so a directory of
/// that very name would be made in the test project, and machines would share nothing.
/// </summary>
internal static partial class RootPath
{
    /// <summary>Looks at a path.</summary>
    /// <param name="source">Where it comes from, such as "MULTIRUNNER_ROOT".</param>
    /// <param name="path">The path.</param>
    /// <exception cref="SweepDirectoryException">It cannot be meant as it is written.</exception>
    public static void Check(string source, string path)
    {
        if (FactAbout(path) is var (fact, remedy))
            throw new SweepDirectoryException($"The root of sweeps is the path of a directory, but {source} {fact}. {remedy}");
    }

    private static (string Fact, string Remedy)? FactAbout(string path)
    {
        var shown = $"is '{Escape.Controls(path)}'";
        if (path.Any(char.IsControl))
            return ($"{shown}, which has control characters", "Remove them.");
        if (path != path.Trim())
            return ($"{shown}, which begins or ends with a blank", "Remove the blank.");
        if (path[0] is '"' or '\'' || path[^1] is '"' or '\'')
            return ($"is {path}, with quotes that are part of it", "Remove the quotes. Only a shell removes them by itself.");
        if (path[0] == '~')
        {
            return (
                $"{shown}, and only a shell takes '~' for a home directory",
                $"Write that directory in full, or './{path}' for that name.");
        }

        if (Variable().IsMatch(path))
            return ($"{shown}, and only a shell replaces variables", "Write the value of the variable.");
        if (Url().IsMatch(path))
            return ($"{shown}, which is a URL", "Mount the file system, and write the path of the directory.");
        return ForeignPath.FactAbout(path) is var (fact, remedy) ? ($"{shown}, {fact}", remedy) : null;
    }

    [GeneratedRegex(@"\$[A-Za-z_{(]|%[A-Za-z_]\w*%")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\A(file:|[A-Za-z][A-Za-z0-9+.-]+://)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();
}
