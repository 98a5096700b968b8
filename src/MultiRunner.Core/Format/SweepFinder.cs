namespace MultiRunner.Format;

/// <summary>Finds sweep directories by their content.</summary>
internal static class SweepFinder
{
    /// <summary>How deep below a path it looks for folders named <c>sweeps</c>.</summary>
    public const int MostLevels = 6;

    // Builds and tools leave these folders. They are large, and no sweep lies in them.
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    // Links are passed over, because one that leads upwards would be followed in circles.
    private static readonly EnumerationOptions Reachable =
        new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>
    /// The sweep directories that a path stands for, in ordinal order. A sweep directory stands for itself, a root for those that
    /// lie directly in it, and any other directory for those in the folders named <c>sweeps</c> below it.
    /// </summary>
    public static IReadOnlyList<string> Find(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (IsSweep(full))
            return [full];
        var found = SweepsIn(full);
        if (found.Count == 0)
            Search(full, MostLevels, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Whether it has the files that a worker makes first. The manifest itself may have been lost.</summary>
    private static bool IsSweep(string directory) =>
        File.Exists(Path.Combine(directory, SweepLayout.Manifest))
        || (Directory.Exists(Path.Combine(directory, SweepLayout.Ini)) && Directory.Exists(Path.Combine(directory, SweepLayout.Results)));

    private static List<string> SweepsIn(string directory) =>
        Directory.Exists(directory) ? [.. Directory.EnumerateDirectories(directory, "*", Reachable).Where(IsSweep)] : [];

    private static void Search(string directory, int levels, List<string> found)
    {
        if (levels == 0 || !Directory.Exists(directory))
            return;
        foreach (var folder in Directory.EnumerateDirectories(directory, "*", Reachable))
        {
            var name = Path.GetFileName(folder);
            if (name == SweepLayout.DefaultRoot && SweepsIn(folder) is { Count: > 0 } sweeps)
                found.AddRange(sweeps);
            else if (!name.StartsWith('.') && !Skipped.Contains(name))
                Search(folder, levels - 1, found);
        }
    }
}
