using System.Runtime.InteropServices;

namespace MultiRunner.Benchmarks;

/// <summary>What the figures of a page depend on.</summary>
internal static class Machine
{
    /// <summary>A table in Markdown.</summary>
    /// <param name="directory">The directory on the disk that is measured.</param>
    public static async Task<string> Describe(string directory)
    {
        var version = (await DotNet.Git("describe", "--always", "--dirty")).Trim();
        return $"""
            | | |
            | --- | --- |
            | date | {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC |
            | version | {version} |
            | processors | {Environment.ProcessorCount} of {Processor()} |
            | memory | {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F0} GB |
            | file system | {FileSystemOf(directory)} |
            | operating system | {RuntimeInformation.OSDescription} |
            | .NET | {Environment.Version} |
            | load before the first benchmark | {File.ReadAllText("/proc/loadavg").Split(' ')[0]} |
            """;
    }

    /// <summary>"ext4": the kind of file system that a directory is on.</summary>
    public static string FileSystemOf(string directory) => new DriveInfo(MountOf(Path.GetFullPath(directory))).DriveFormat;

    private static string MountOf(string path) => DriveInfo.GetDrives()
        .Select(drive => drive.Name)
        .Where(name => path == name || path.StartsWith(name.TrimEnd('/') + "/", StringComparison.Ordinal))
        .MaxBy(name => name.Length)!;

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();
}
