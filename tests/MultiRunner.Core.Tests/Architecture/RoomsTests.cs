using System.Text.RegularExpressions;
using Xunit;

namespace MultiRunner.Core.Tests.Architecture;

/// <summary>The folders of a project stand in an order, and a folder may use only those before it. docs/architecture.md shows them.</summary>
public partial class RoomsTests
{
    private static readonly string[] Core = ["Storage", "Grids", "Format", "Membership", "Gpus", "Protocol", "Repair", "Scheduling", "Results", "Statistics", "Filtering", "Reports", "Hosting"];
    private static readonly string[] Reports = ["Formatting", "Model", "Reading", "Writing", "Page", "Exporting", "Comparing", "Live"];
    private static readonly string[] Extension = ["Definition", "Execution", "Discovery"];

    [Fact]
    public void Folders_of_the_engine_use_only_those_before_them() => AssertOrder("MultiRunner.Core", Core);

    [Fact]
    public void Folders_of_the_extension_use_only_those_before_them() => AssertOrder("MultiRunner.Xunit", Extension);

    [Fact]
    public void Folders_of_the_reports_use_only_those_before_them() => AssertOrder("MultiRunner.Core/Reports", Reports);

    /// <summary>Code in a namespace sees the types of the namespace around it without a using, so their names are looked for.</summary>
    [Fact]
    public void Folders_of_the_reports_do_not_use_the_types_above_them()
    {
        var files = SourceFiles.Of("MultiRunner.Core/Reports").ToLookup(file => RoomOf(file, "Reports").Length == 0);
        var above = files[true].Select(Path.GetFileNameWithoutExtension).ToList();
        var backward =
            from file in files[false]
            let words = Word().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(word => word.Value).ToHashSet()
            from type in above
            where words.Contains(type!)
            select $"{Path.GetFileName(file)} uses {type}";

        Assert.NotEmpty(above);
        Assert.Empty(backward);
    }

    [Fact]
    public void Every_file_is_in_the_namespace_of_its_folder()
    {
        var strangers =
            from file in SourceFiles.Of("MultiRunner.Core").Concat(SourceFiles.Of("MultiRunner.Xunit"))
            let expected = string.Join('.', new[] { "MultiRunner" }.Concat(FoldersOf(file)))
            where !File.ReadAllText(file).Contains($"\nnamespace {expected};", StringComparison.Ordinal) && !File.ReadAllText(file).StartsWith($"namespace {expected};", StringComparison.Ordinal)
            select file;

        Assert.Empty(strangers);
    }

    /// <param name="parent">A project, or a folder of one.</param>
    /// <param name="rooms">Its folders, in their order.</param>
    private static void AssertOrder(string parent, string[] rooms)
    {
        var folder = Path.GetFileName(parent);
        var files = SourceFiles.Of(parent).Where(file => rooms.Contains(RoomOf(file, folder))).ToList();
        var prefix = string.Join('.', FoldersOf(Path.Combine(parent, "File.cs")).Prepend("MultiRunner"));
        var backward =
            from file in files
            from Match use in Use().Matches(File.ReadAllText(file))
            where use.Groups[1].Value.StartsWith($"{prefix}.", StringComparison.Ordinal)
            let used = use.Groups[1].Value[(prefix.Length + 1)..].Split('.')[0]
            where Array.IndexOf(rooms, used) > Array.IndexOf(rooms, RoomOf(file, folder))
            select $"{Path.GetFileName(file)} in {RoomOf(file, folder)} uses {used}";

        Assert.True(files.Count > 10, "The sources were not found.");
        Assert.Equal(rooms.Order(), files.Select(file => RoomOf(file, folder)).Distinct().Order());
        Assert.Empty(backward);
    }

    /// <summary>The folders of the project in which a file is: "Reports" and "Reading" for a file in Reports/Reading.</summary>
    private static string[] FoldersOf(string file)
    {
        var folders = Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar);
        return folders[(Array.FindLastIndex(folders, folder => folder.StartsWith("MultiRunner.", StringComparison.Ordinal)) + 1)..];
    }

    /// <summary>The folder directly below another one in which a file is; empty for a file in that folder itself.</summary>
    private static string RoomOf(string file, string parent)
    {
        var folders = Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar);
        return folders.ElementAtOrDefault(Array.LastIndexOf(folders, parent) + 1) ?? "";
    }

    [GeneratedRegex(@"^using (?:static )?(MultiRunner\.[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Use();

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
