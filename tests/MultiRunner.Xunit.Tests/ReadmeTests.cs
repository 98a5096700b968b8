namespace MultiRunner.Tests;

public sealed class ReadmeTests
{
    /// <summary>The block is a part of the subjects, which are compiled.</summary>
    [Fact]
    public void The_example_of_repeats_and_versions_compiles()
    {
        var root = Path.Combine(SubjectRunner.ProjectDirectory, "..", "..");
        var blocks = File.ReadAllText(Path.Combine(root, "README.md")).Split("```csharp\n")[1..].Select(part => part.Split("```")[0]);
        var subject = Lines(File.ReadAllText(Path.Combine(root, "tests", "Subjects", "ReadmeExample.cs")));

        var block = Assert.Single(blocks, block => block.Contains("[Repeats(", StringComparison.Ordinal));
        Assert.Contains(Lines(block), subject, StringComparison.Ordinal);
    }

    private static string Lines(string code) => string.Join('\n', code.Trim().Split('\n').Select(line => line.Trim()));
}
