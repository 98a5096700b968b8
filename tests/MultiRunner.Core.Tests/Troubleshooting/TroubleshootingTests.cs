using System.Text.RegularExpressions;
using Xunit;

namespace MultiRunner.Core.Tests.Troubleshooting;

/// <summary>docs/troubleshooting.md has an entry for each message.</summary>
public sealed partial class TroubleshootingTests
{
    // Whatever is shorter than this is found anywhere.
    private const int ShortestPart = 6;

    /// <summary>Texts without an entry of their own, by their name and their longest part, and why.</summary>
    private static readonly Dictionary<(string Name, string Part), string> LeftOut = new()
    {
        [("MultiRunner.Core/Gpus/GpuLender", ".")] = "It joins a rule, the message of another exception and a remedy, which have entries.",
    };

    [Fact]
    public void Each_message_has_an_entry()
    {
        var document = Normal(File.ReadAllText(Path.Combine(SourceMessages.Repository, "docs", "troubleshooting.md")));

        var parts = SourceMessages.All()
            .Select(message => (message.Name, Part: Normal(SourceMessages.LongestPart(message.Text))))
            .ToList();
        var missing = parts.Except(LeftOut.Keys)
            .Where(message => message.Part.Length < ShortestPart || !document.Contains(message.Part, StringComparison.Ordinal))
            .ToList();

        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.Empty(LeftOut.Keys.Except(parts).ToList());
    }

    [Fact]
    public void The_messages_are_found()
    {
        var messages = SourceMessages.All();

        Assert.Contains(
            messages,
            message => message.Name == "MultiRunner.Core/Protocol/Messages.NewerFormat"
                && SourceMessages.LongestPart(message.Text) == ", but this version of MultiRunner.Xunit reads format");
        Assert.Contains(
            messages,
            message => message.Name == "MultiRunner.Core/Grids/SpacingCheck"
                && SourceMessages.LongestPart(message.Text) == ": [Range] needs a step other than 0, but got [Range(");
        Assert.InRange(messages.Count, 110, 1000);
        Assert.All(messages, message => Assert.NotEqual("", message.Text));
    }

    [Theory]
    [InlineData("return $\"a {(b ? \"c\" : $\"{d}\")} e\" + \"f\";", "a \u0001 ef")]
    [InlineData("=> \"say \\\"a\\\"\\nb\"; // \"no\"", "say \"a\"\nb")]
    [InlineData("x.Split('\"'); y = $\"{{a}} {b[0]:N0}\"", "{a} \u0001")]
    public void Literals_are_read(string code, string text) => Assert.Equal(text, Assert.Single(SourceLiterals.Of(code)).Text);

    private static string Normal(string text) => Whitespace().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
