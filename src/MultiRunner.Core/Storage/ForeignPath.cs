using System.Text.RegularExpressions;

namespace MultiRunner.Storage;

/// <summary>Paths that another system would understand.</summary>
internal static partial class ForeignPath
{
    /// <summary>
    /// Why this system does not find what a path means, as a clause that begins with "which", and the remedy; null when it does.
    /// </summary>
    public static (string Fact, string Remedy)? FactAbout(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Path.IsPathRooted(path) && !Path.IsPathFullyQualified(path)
                ? ("which starts at the current drive or directory", "Write the path with its drive or its server.")
                : null;
        }

        return WindowsPath().IsMatch(path)
            ? ("which is a path of Windows", "Write the path that the directory has on this system.")
            : null;
    }

    // Elsewhere a backslash is a character of a name, and '//server' is '/server'.
    [GeneratedRegex(@"\A([A-Za-z]:[\\/]|//)|\\")]
    private static partial Regex WindowsPath();
}
