using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MultiRunner.Core.Tests.Troubleshooting;

/// <summary>Finds the messages in the source code of the project.</summary>
internal static partial class SourceMessages
{
    /// <summary>The directory of the repository.</summary>
    public static string Repository { get; } = Find();

    /// <summary>
    /// The messages of all classes that have nothing else, as "folder/Class.Member" with their texts, and the texts that are thrown right
    /// where they are written, as "folder/Class".
    /// </summary>
    public static IReadOnlyList<(string Name, string Text)> All()
    {
        var source = Path.Combine(Repository, "src");
        return
        [
            .. from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
               let path = Path.GetRelativePath(source, file).Replace('\\', '/')
               where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
               from message in Of(path[..^".cs".Length], File.ReadAllText(file))
               select message,
        ];
    }

    /// <summary>The longest part of the first sentence of a text that is the same whatever the program puts into it.</summary>
    public static string LongestPart(string text)
    {
        var end = EndOfSentence().Match(text);
        var sentence = end.Success ? text[..end.Index] : text;
        return sentence.Split(SourceLiterals.Hole, '\n').Select(part => part.Trim()).MaxBy(part => part.Length)!;
    }

    private static IEnumerable<(string Name, string Text)> Of(string path, string code) => MessageClass().IsMatch(path)
        ? Member().Split(code)[1..].Chunk(2).Select(member => ($"{path}.{member[0]}", Longest(NextMember().Split(member[1])[0])))
        : Thrown().Matches(code)
            .Select(thrown => SourceLiterals.Of(code[thrown.Index..]).FirstOrDefault(literal => literal.Start == thrown.Length).Text)
            .Where(text => text is not null)
            .Select(text => (path, text));

    /// <summary>A message may have parts that are put together before, and the message itself is the longest.</summary>
    private static string Longest(string code) => SourceLiterals.Of(code).Select(literal => literal.Text).MaxBy(text => text.Length) ?? "";

    private static string Find([CallerFilePath] string file = "")
    {
        var directory = Path.GetDirectoryName(file)!;
        while (!File.Exists(Path.Combine(directory, "MultiRunner.Xunit.sln")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    [GeneratedRegex("/(Messages|AxisMessages|ZipMessages|ReportWarnings|ReadingWarnings)$")]
    private static partial Regex MessageClass();

    [GeneratedRegex(@"public static string (\w+)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\n    (?:private|///)")]
    private static partial Regex NextMember();

    [GeneratedRegex(
        @"new (?:GridException|UsageException|GpuException|SweepDirectoryException)\(\s*"
        + @"(?:string\.Create\(\s*CultureInfo\.InvariantCulture,\s*)?")]
    private static partial Regex Thrown();

    // An abbreviated word at the start, such as a name before a colon, ends no sentence.
    [GeneratedRegex(@"(?<=.{26})\. ", RegexOptions.Singleline)]
    private static partial Regex EndOfSentence();
}
