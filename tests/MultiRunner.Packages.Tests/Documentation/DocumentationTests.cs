using System.Globalization;
using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>Somebody types the commands of the documents, one block after another.</summary>
public sealed partial class DocumentationTests(Scenes scenes) : IClassFixture<Scenes>
{
    public static TheoryData<string, string> DocumentsAndScenes { get; } =
    [
        .. Document.All.SelectMany(Document.Blocks)
            .Where(block => block.Language == "sh" && block.Scene is not null)
            .Select(block => (block.Document, block.Scene!))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(DocumentsAndScenes))]
    public async Task The_commands_of_a_document_end_as_it_says(string document, string scene)
    {
        var stage = scenes.Begin(scene);
        foreach (var block in Document.Blocks(document).Where(block => block.Language == "sh" && block.Scene == scene))
        {
            var started = TimeProvider.System.GetTimestamp();
            var (exitCode, console) = await scenes.Run(stage, block.Text);

            var took = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{block} took {took:0.0} s."));
            var expected = ExpectedExitCode(block);
            Assert.True(
                exitCode == expected,
                $"{block}, scene '{scene}': exit code {exitCode} instead of {expected}.\n{block.Text}\n----\n{console}");
        }
    }

    [Fact]
    public void The_packages_that_documents_name_have_the_version_of_this_repository()
    {
        var wrong = Document.All.SelectMany(Document.Blocks)
            .SelectMany(block => PackageVersion().Matches(block.Text).Select(match => (Block: block, Version: match.Groups[1].Value)))
            .Where(named => named.Version != scenes.Version)
            .Select(named => $"{named.Block}: {named.Version}");

        Assert.Empty(wrong);
    }

    /// <summary>0, or what a comment in the last line says, as in "multirunner verify  # exit code 1".</summary>
    private static int ExpectedExitCode(Block block) =>
        ExitCode().Match(block.Text.TrimEnd().Split('\n')[^1]) is { Success: true } said
            ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"#.*\bexit code (\d+)")]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"""MultiRunner\.\w+""\s+Version=""([^""]+)""")]
    private static partial Regex PackageVersion();
}
