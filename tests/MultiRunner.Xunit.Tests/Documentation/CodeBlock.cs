namespace MultiRunner.Tests.Documentation;

/// <summary>A block of C# in a document.</summary>
/// <param name="Document">The path of the document.</param>
/// <param name="Line">The line of its fence, from 1.</param>
/// <param name="Marker">The line before the fence.</param>
/// <param name="Code">Its lines.</param>
internal sealed record CodeBlock(string Document, int Line, string Marker, string Code)
{
    private const string Fence = "```csharp";
    private const string End = "```";

    /// <summary>The blocks of a document, from the first to the last.</summary>
    public static IEnumerable<CodeBlock> In(string document, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var begin = 0; begin < lines.Length; begin++)
        {
            if (lines[begin].Trim() != Fence)
                continue;
            var end = Array.FindIndex(lines, begin + 1, line => line.Trim() == End);
            if (end < 0)
                throw new FormatException($"{document}:{begin + 1}: this block has no end.");
            var marker = begin == 0 ? "" : lines[begin - 1].Trim();
            yield return new CodeBlock(document, begin + 1, marker, string.Join('\n', lines[(begin + 1)..end]));
            begin = end;
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Document}:{Line}");
}
