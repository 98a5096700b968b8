using System.IO.Enumeration;

namespace MultiRunner.Storage;

/// <summary>The files in a directory and below it.</summary>
internal static class FileTree
{
    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>
    /// Their paths relative to the directory, with '/' between names on every system. A link counts as a file, for a link to a directory
    /// may lead back.
    /// </summary>
    public static IEnumerable<string> Of(string directory) => new FileSystemEnumerable<string>(directory, PathOf, Everything)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !IsRealDirectory(ref entry),
        ShouldRecursePredicate = IsRealDirectory,
    };

    private static bool IsRealDirectory(ref FileSystemEntry entry) =>
        entry.IsDirectory && (entry.Attributes & FileAttributes.ReparsePoint) == 0;

    private static string PathOf(ref FileSystemEntry entry) =>
        Path.GetRelativePath(entry.RootDirectory.ToString(), entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/');
}
