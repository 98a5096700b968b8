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
    [InlineData("statu", "'multirunner' has no command 'statu'. Its commands are {COMMANDS}. Did you mean 'status'?", "")]
    [InlineData("statu --json", "'multirunner' has no command 'statu'. Its commands are {COMMANDS}. Did you mean 'status'?", "")]
    [InlineData("sweep", "'multirunner' has no command 'sweep'. Its commands are {COMMANDS}.", "")]
    [InlineData("--jsn", "'multirunner' has no option '--jsn'. Its options are --help, --version.", "")]
    [InlineData("--verison", "'multirunner' has no option '--verison'. Its options are --help, --version. Did you mean '--version'?", "")]
    [InlineData("status --watch", "'multirunner status' has no option '--watch'. Its options are --where, --json.", "status ")]
    [InlineData("status sweeps --watch=3", "'multirunner status' has no option '--watch'. Its options are --where, --json.", "status ")]
    [InlineData(
        "status --watch --quick",
        "'multirunner status' has no option '--watch' and no option '--quick'. Its options are --where, --json.",
        "status ")]
    [InlineData(
        "status sweeps --wehre n>1",
        "'multirunner status' has no option '--wehre'. Its options are --where, --json. Did you mean '--where'?",
        "status ")]
    [InlineData(
        "status a b",
        "'multirunner status' takes one PATH at most, but it got 'a', 'b'. Repeat the command for each of them, or give a directory above "
        + "all of them.",
        "status ")]
    [InlineData(
        "--json status",
        "The options of a command come after its name, but '--json' comes before 'status'. Move it behind 'multirunner status'.",
        "status ")]
    [InlineData(
        "--where n>1 --json status sweeps",
        "The options of a command come after its name, but '--where', '--json' come before 'status'. Move them behind "
        + "'multirunner status'.",
        "status ")]
    public async Task A_word_that_is_not_known_is_named(string line, string error, string command)
    {
        var commands = string.Join(", ", CommandLine.CreateRoot(Context).Subcommands.Select(c => c.Name));

        var result = await Tool.Run(TimeProvider.System, line.Split(' '));

        var expected = error.Replace("{COMMANDS}", commands, StringComparison.Ordinal);
        Assert.Equal((2, "", $"{expected}\nSee 'multirunner {command}--help'.\n"), (result.Code, result.Out, result.Error));
    }

    [Theory]
    [InlineData("re", "report rerun compare")]
    [InlineData("report --m", "--maximize --minimize")]
    [InlineData("status --where n>1 --j", "--json")]
    [InlineData("status somewhere", "")]
    [InlineData("export --format=j", "json junit")]
    [InlineData("best --top=3", "")]
    public async Task A_shell_is_told_what_may_come(string line, string words)
    {
        var result = await Tool.Run(TimeProvider.System, [$"[suggest:{line.Length}]", line]);

        Assert.Equal((0, words, ""), (result.Code, string.Join(' ', result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)), result.Error));
    }

    [Fact]
    public async Task A_shell_may_ask_in_the_middle_of_a_line_or_at_its_end()
    {
        var middle = await Tool.Run(TimeProvider.System, ["[suggest:4]", "stat --json"]);
        var end = await Tool.Run(TimeProvider.System, ["[suggest]", "stat"]);

        Assert.Equal(("status\n", "status\n"), (middle.Out, end.Out));
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
