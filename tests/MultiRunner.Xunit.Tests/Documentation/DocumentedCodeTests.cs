using MultiRunner.Tests.Running;

namespace MultiRunner.Tests.Documentation;

/// <summary>The C# of the documents is compiled, since it is quoted from files that are.</summary>
public sealed class DocumentedCodeTests
{
    private const string Source = """
        public class Training
        {
            #region train
            [SweepTheory]
            public int Train(int n)
            {
                return n;
            }
            #endregion

            #region again
            #endregion

            #region again
            #endregion
        }
        """;

    private const string Quoted = """
        [SweepTheory]
        public int Train(int n)
        {
            return n;
        }
        """;

    private const string Marker = "<!-- region: samples/A/Training.cs#train -->";

    private static readonly string[] NoDocuments = ["bin", "obj", "sweeps", "artifacts", "TestResults", ".git"];

    private static string Root => Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "..", ".."));

    [Fact]
    public void Every_block_of_every_document_is_a_region_of_a_file_that_is_compiled()
    {
        var code = new DocumentedCode(path => File.Exists(Path.Combine(Root, path)) ? File.ReadAllText(Path.Combine(Root, path)) : null);

        var blocks = DocumentsBelow(Root)
            .SelectMany(path => CodeBlock.In(Path.GetRelativePath(Root, path), File.ReadAllText(path)))
            .ToList();

        Assert.NotEmpty(blocks);
        var problems = blocks.Select(code.ProblemOf).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Theory]
    [InlineData(Marker, Quoted)]
    [InlineData("<!-- not compiled: another library -->", "whatever()")]
    public void A_block_that_is_right_has_no_problem(string marker, string code) => Assert.Null(ProblemOf(marker, code));

    [Theory]
    [InlineData("", Quoted, "names the region")]
    [InlineData("<!-- not compiled: -->", Quoted, "names the region")]
    [InlineData("<!-- region: docs/Training.cs#train -->", Quoted, "names the region")]
    [InlineData("<!-- region: samples/B/Training.cs#train -->", Quoted, "there is no file samples/B/Training.cs")]
    [InlineData("<!-- region: samples/A/Training.cs#test -->", Quoted, "has not exactly one region test")]
    [InlineData("<!-- region: samples/A/Training.cs#again -->", "", "has not exactly one region again")]
    [InlineData(Marker, Quoted + "\n", "is not what the region says")]
    [InlineData(Marker, "    " + Quoted, "is not what the region says")]
    public void A_block_that_is_wrong_has_one(string marker, string code, string problem) =>
        Assert.Contains(problem, ProblemOf(marker, code), StringComparison.Ordinal);

    private static string? ProblemOf(string marker, string code)
    {
        var block = Assert.Single(CodeBlock.In("docs/a.md", $"# A\n\n{marker}\n```csharp\n{code}\n```\n\n```text\nno code\n```\n"));
        return new DocumentedCode(path => path == "samples/A/Training.cs" ? Source : null).ProblemOf(block);
    }

    private static IEnumerable<string> DocumentsBelow(string directory) =>
    [
        .. Directory.GetFiles(directory, "*.md"),
        .. Directory.GetDirectories(directory).Where(below => !NoDocuments.Contains(Path.GetFileName(below))).SelectMany(DocumentsBelow),
    ];
}
