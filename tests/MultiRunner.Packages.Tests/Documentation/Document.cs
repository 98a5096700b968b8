using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>The documents of this repository that are for people.</summary>
internal static partial class Document
{
    /// <summary>Their paths below the root of the repository, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. ((string[])["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "benchmarks/README.md"])
            .Concat(Directory.GetFiles(Path.Combine(Feed.RepositoryRoot, "docs"), "*.md").Select(Relative))
            .Concat(Directory.GetDirectories(Path.Combine(Feed.RepositoryRoot, "samples"))
                .Select(sample => Path.Combine(sample, "README.md")).Where(File.Exists).Select(Relative))
            .Order(StringComparer.Ordinal),
    ];

    public static string[] Lines(string document) => File.ReadAllLines(Path.Combine(Feed.RepositoryRoot, document));

    /// <summary>The fenced blocks, from the first to the last.</summary>
    public static IEnumerable<Block> Blocks(string document)
    {
        var lines = Lines(document);
        for (var begin = 0; begin < lines.Length; begin++)
        {
            if (Fence().Match(lines[begin]) is not { Success: true } fence)
                continue;
            var end = Array.FindIndex(lines, begin + 1, line => line == fence.Groups["fence"].Value);
            if (end < 0)
                throw new FormatException($"{document}:{begin + 1}: this block has no end.");
            var marker = begin > 0 && Comment().Match(lines[begin - 1]) is { Success: true } comment ? comment.Groups[1].Value : "";
            yield return new Block(
                document, begin + 1, fence.Groups["language"].Value, marker, string.Join('\n', lines[(begin + 1)..end]));
            begin = end;
        }
    }

    /// <summary>The lines that are in no fenced block, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Line)> Prose(string document)
    {
        var inBlocks = Blocks(document)
            .SelectMany(block => Enumerable.Range(block.Line, block.Text.Split('\n').Length + 2))
            .ToHashSet();
        return Lines(document).Index().Select(line => (line.Index + 1, line.Item)).Where(line => !inBlocks.Contains(line.Item1));
    }

    private static string Relative(string path) => Path.GetRelativePath(Feed.RepositoryRoot, path).Replace('\\', '/');

    [GeneratedRegex("^(?<fence>`{3,})(?<language>[a-z]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex("^<!-- (.*) -->$")]
    private static partial Regex Comment();
}
