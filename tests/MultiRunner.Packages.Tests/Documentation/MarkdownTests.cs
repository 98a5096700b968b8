using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>What can be said of the documents without running anything.</summary>
public sealed partial class MarkdownTests
{
    [Fact]
    public void Every_block_of_commands_says_in_which_scene_it_runs_or_why_it_does_not()
    {
        var wrong = Document.All.SelectMany(Document.Blocks)
            .Where(block => block.Language == "sh" && !block.IsExcused && !Scenes.Names.Contains(block.Scene))
            .Select(block => $"{block}: '{block.Marker}'");

        AssertNone(wrong);
    }

    /// <summary>A block that is indented has no marker, and nobody would run it.</summary>
    [Fact]
    public void Commands_stand_in_fenced_blocks()
    {
        var wrong = Document.All
            .SelectMany(document => Document.Prose(document).Select(line => (Document: document, line.Number, line.Line)))
            .Where(line => IndentedCommand().IsMatch(line.Line))
            .Select(line => $"{line.Document}:{line.Number}: {line.Line}");

        AssertNone(wrong);
    }

    [Fact]
    public void Every_link_leads_to_a_file_and_to_a_heading_in_it()
    {
        var wrong = Document.All
            .SelectMany(document => Document.Prose(document).Select(line => (Document: document, line.Number, line.Line)))
            .SelectMany(line => Link().Matches(line.Line).Select(link => (line.Document, line.Number, Target: link.Groups[1].Value)))
            .Where(link => !IsThere(link.Document, link.Target))
            .Select(link => $"{link.Document}:{link.Number}: {link.Target}");

        AssertNone(wrong);
    }

    /// <summary>Names all of them, and not the first few as Assert.Empty does.</summary>
    private static void AssertNone(IEnumerable<string> wrong)
    {
        var all = string.Join('\n', wrong);
        Assert.True(all.Length == 0, all);
    }

    private static bool IsThere(string document, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
            return true;
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0
            ? Path.Combine(Feed.RepositoryRoot, document)
            : Path.GetFullPath(Path.Combine(Feed.RepositoryRoot, Path.GetDirectoryName(document)!, parts[0]));
        if (!File.Exists(path) && !Directory.Exists(path))
            return false;
        return parts.Length == 1
            || Document.Prose(Path.GetRelativePath(Feed.RepositoryRoot, path)).Any(line => AnchorOf(line.Line) == parts[1]);
    }

    /// <summary>The anchor that the sites that show Markdown give a heading; null when the line is none.</summary>
    private static string? AnchorOf(string line) => Heading().Match(line) is { Success: true } heading
        ? NotInAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')
        : null;

    [GeneratedRegex(@"^ {4,}(sudo |[A-Z_]+=\S+ )*(dotnet|multirunner|sbatch|scancel|squeue|ssh|kubectl|chmod|umask|export|cd|ls) ")]
    private static partial Regex IndentedCommand();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
