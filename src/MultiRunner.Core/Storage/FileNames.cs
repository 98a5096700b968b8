namespace MultiRunner.Storage;

/// <summary>The names of files.</summary>
internal static class FileNames
{
    /// <summary>Which names the file systems of this system take for one. Windows and macOS ignore case.</summary>
    public static StringComparer Comparer => OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
