using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Documentation;

/// <summary>Compares the C# of documents with the code that they quote.</summary>
/// <param name="read">The content of a file of the repository; null when there is none.</param>
internal sealed partial class DocumentedCode(Func<string, string?> read)
{
    /// <summary>What is wrong with a block; null when nothing is.</summary>
    public string? ProblemOf(CodeBlock block)
    {
        if (NotCompiled().IsMatch(block.Marker))
            return null;
        if (Region().Match(block.Marker) is not { Success: true } marker)
            return $"{block}: the line before the block names the region that it quotes, but it is '{block.Marker}'.";
        var (path, name) = (marker.Groups["path"].Value, marker.Groups["name"].Value);
        if (read(path) is not { } source)
            return $"{block}: there is no file {path}.";
        if (CodeRegion.Read(source, name) is not { } region)
            return $"{block}: {path} has not exactly one region {name}.";
        return region == block.Code ? null : $"{block}: the block is not what the region says:\n{region}";
    }

    [GeneratedRegex(@"^<!-- region: (?<path>(samples|tests)/\S+\.cs)#(?<name>\S+) -->$")]
    private static partial Regex Region();

    [GeneratedRegex(@"^<!-- not compiled: \S.* -->$")]
    private static partial Regex NotCompiled();
}
