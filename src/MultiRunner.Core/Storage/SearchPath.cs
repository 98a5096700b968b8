namespace MultiRunner.Storage;

/// <summary>Finds programs.</summary>
internal static class SearchPath
{
    /// <summary>
    /// Finds a program on the PATH. It returns null when the program is not there. Process.Start by itself would look beside the
    /// running program and in the current directory first.
    /// </summary>
    /// <param name="name">Its name, without ".exe".</param>
    /// <param name="path">The value of PATH.</param>
    public static string? Find(string name, string? path)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        return path?.Split(Path.PathSeparator)
            .Where(Path.IsPathRooted)
            .Select(directory => Path.Combine(directory, file))
            .FirstOrDefault(File.Exists);
    }
}
