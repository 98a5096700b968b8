using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MultiRunner.Core.Tests.Architecture;

/// <summary>The folders of a project stand in an order, and a folder may use only those before it. docs/architecture.md shows them.</summary>
public partial class RoomsTests
{
    private static readonly string[] Core = ["Storage", "Grids", "Format", "Membership", "Gpus", "Protocol", "Repair", "Scheduling", "Results", "Reports"];
    private static readonly string[] Extension = ["Definition", "Execution", "Discovery"];

    [Fact]
    public void Folders_of_the_engine_use_only_those_before_them() => AssertOrder("MultiRunner.Core", Core);

    [Fact]
    public void Folders_of_the_extension_use_only_those_before_them() => AssertOrder("MultiRunner.Xunit", Extension);

    [Fact]
    public void Every_file_is_in_the_namespace_of_its_folder()
    {
        var strangers =
            from file in FilesOf("MultiRunner.Core").Concat(FilesOf("MultiRunner.Xunit"))
            let room = Path.GetFileName(Path.GetDirectoryName(file))!
            let expected = room.StartsWith("MultiRunner.", StringComparison.Ordinal) ? "MultiRunner" : $"MultiRunner.{RoomOf(file)}"
            where !File.ReadAllText(file).Contains($"\nnamespace {expected};", StringComparison.Ordinal) && !File.ReadAllText(file).StartsWith($"namespace {expected};", StringComparison.Ordinal)
            select file;

        Assert.Empty(strangers);
    }

    private static void AssertOrder(string project, string[] rooms)
    {
        var files = FilesOf(project).Where(file => rooms.Contains(RoomOf(file))).ToList();
        var backward =
            from file in files
            from Match use in Use().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where rooms.Contains(used) && Array.IndexOf(rooms, used) > Array.IndexOf(rooms, RoomOf(file))
            select $"{Path.GetFileName(file)} in {RoomOf(file)} uses {used}";

        Assert.True(files.Count > 10, "The sources were not found.");
        Assert.Empty(backward);
    }

    /// <summary>The folder below the project: "Reports" for a file in Reports/Reading.</summary>
    private static string RoomOf(string file) => file.Split(Path.DirectorySeparatorChar) is var parts ? parts[Array.FindLastIndex(parts, part => part.StartsWith("MultiRunner.", StringComparison.Ordinal) && !part.EndsWith(".cs", StringComparison.Ordinal)) + 1] : "";

    private static IEnumerable<string> FilesOf(string project, [CallerFilePath] string source = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "src", project));
        return Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^using (?:static )?MultiRunner\.(\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Use();
}
