using System.Runtime.CompilerServices;

namespace MultiRunner.Core.Tests.Architecture;

/// <summary>The C# files of this repository.</summary>
internal static class SourceFiles
{
    /// <summary>The directory of all projects that are packed.</summary>
    public static string Root([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "src"));

    /// <summary>The paths of the files of a project, or of a folder of one.</summary>
    /// <param name="project">Its path in the directory of all projects; the empty text stands for all of them.</param>
    public static IEnumerable<string> Of(string project) =>
        Directory.EnumerateFiles(Path.Combine(Root(), project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
}
