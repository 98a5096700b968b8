namespace MultiRunner.Format;

/// <summary>Finds sweep directories by their content.</summary>
internal static class SweepFinder
{
    /// <summary>How deep below a path it looks for folders named <c>sweeps</c>.</summary>
    public const int MostLevels = 6;

    // What builds and tools leave: large, and never the place of a sweep.
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    // Without links: one that leads upwards would be followed in circles.
    private static readonly EnumerationOptions Reachable = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>
    /// The sweep directories that a path stands for, in ordinal order: itself if it is one; else those right in it, if it is a
    /// root; else those of the folders named <c>sweeps</c> below it.
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

    /// <summary>Whether it has what a worker makes first; the manifest itself may have been lost.</summary>
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
