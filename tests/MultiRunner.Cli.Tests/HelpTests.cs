using System.CommandLine;
using System.CommandLine.Parsing;

namespace MultiRunner.Cli.Tests;

/// <summary>The help texts, and what is said of words that the tool does not know.</summary>
public sealed class HelpTests
{
    private static readonly CliContext Context =
        new(TextWriter.Null, TextWriter.Null, _ => null, Path.GetTempPath(), TimeProvider.System, IsTerminal: false);

    public static TheoryData<string> Lines =>
        [.. CommandLine.CreateRoot(Context).Subcommands.Select(command => command.Name).Prepend("")];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var root = CommandLine.CreateRoot(Context);
            var examples = new TheoryData<string, string>();
            foreach (var command in root.Subcommands.OfType<DetailedCommand>().Prepend(root))
            {
                foreach (var example in command.Examples)
                    examples.Add(command.Name, example.Line);
            }

            return examples;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_example_is_a_command_line_that_works(string command, string line)
    {
        var words = CommandLineParser.SplitCommandLine(line).ToList();

        var parsed = CommandLine.Parse(words[1..], Context);

        Assert.Equal("multirunner", words[0]);
        Assert.Empty(CommandLine.ErrorsOf(parsed));
        if (command != "multirunner")
            Assert.Equal(command, parsed.CommandResult.Command.Name);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Each_help_has_examples_and_exit_codes_and_names_a_default_once(string command)
    {
        var help = await Help(command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("\nExamples:\n  multirunner ", help, StringComparison.Ordinal);
        Assert.Contains("\n\nExit codes: 0 ", help, StringComparison.Ordinal);
        Assert.DoesNotContain("[default", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task No_line_of_a_help_is_wider_than_the_terminal(string command)
    {
        var arguments = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // An example is one line, so that it can be copied.
        foreach (var width in new[] { HelpWidth.Usual, 70 })
        {
            var lines = (await Help(arguments, width)).Split('\n')
                .Where(line => !line.StartsWith("  multirunner", StringComparison.Ordinal));

            Assert.All(lines, line => Assert.InRange(line.TrimEnd().Length, 0, width));
        }
    }

    [Fact]
    public async Task Without_arguments_there_is_help()
    {
        var result = await Tool.Run(TimeProvider.System, []);

        Assert.Equal((0, await Help([]), ""), (result.Code, result.Out, result.Error));
    }

    [Theory]
    [InlineData("statu", "'multirunner' has no command 'statu'. Its commands are run, status, watch, open, report, rerun, clean, verify.", "")]
    [InlineData("statu --json", "'multirunner' has no command 'statu'. Its commands are run, status, watch, open, report, rerun, clean, verify.", "")]
    [InlineData("--jsn", "'multirunner' has no option '--jsn'. Its options are --help, --version.", "")]
    [InlineData("status --watch", "'multirunner status' has no option '--watch'. Its options are --where, --json.", "status ")]
    [InlineData("status sweeps --watch=3", "'multirunner status' has no option '--watch'. Its options are --where, --json.", "status ")]
    [InlineData(
        "status --watch --quick",
        "'multirunner status' has no option '--watch' and no option '--quick'. Its options are --where, --json.",
        "status ")]
    [InlineData(
        "status a b",
        "'multirunner status' takes one PATH at most, but it got 'a', 'b'. Repeat the command for each of them, or give a directory above "
        + "all of them.",
        "status ")]
    public async Task A_word_that_is_not_known_is_named(string line, string error, string command)
    {
        var result = await Tool.Run(TimeProvider.System, line.Split(' '));

        Assert.Equal((2, "", $"{error}\nSee 'multirunner {command}--help'.\n"), (result.Code, result.Out, result.Error));
    }

    [Fact]
    public async Task A_path_may_start_with_a_hyphen_after_two_hyphens()
    {
        var result = await Tool.Run(TimeProvider.System, ["status", "--", "-sweeps"]);

        Assert.Equal(2, result.Code);
        Assert.Contains("-sweeps' (PATH) does not exist", result.Error, StringComparison.Ordinal);
    }

    private static async Task<string> Help(string[] command, int width = HelpWidth.Usual)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.Run([.. command, "--help"], Context with { Out = output, Width = width }));
        return output.ToString();
    }
}
