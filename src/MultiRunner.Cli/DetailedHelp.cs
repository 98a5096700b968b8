using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MultiRunner.Cli;

/// <summary>The usual help, followed by the examples and the details of the command.</summary>
internal sealed class DetailedHelp : SynchronousCommandLineAction
{
    private readonly HelpAction usual;
    private readonly int width;

    /// <param name="usual">The help of the library.</param>
    /// <param name="width">How many characters a line has at most.</param>
    public DetailedHelp(HelpAction usual, int width)
    {
        this.usual = usual;
        this.width = width;
        usual.MaxWidth = width;
    }

    /// <summary>Whoever asks for help does not have to give what the command needs.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command)
            Write(command, parseResult.InvocationConfiguration.Output);
        return code;
    }

    private void Write(DetailedCommand command, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
        {
            output.WriteLine($"  {example.Line}");
            Write(example.Meaning, indent: "      ", output);
        }

        foreach (var paragraph in command.Details.ReplaceLineEndings("\n").Split("\n\n"))
        {
            output.WriteLine();
            Write(paragraph, indent: "", output);
        }
    }

    private void Write(string paragraph, string indent, TextWriter output)
    {
        var line = indent;
        foreach (var word in paragraph.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                line = indent;
            }

            line += line.Length > indent.Length ? $" {word}" : word;
        }

        output.WriteLine(line);
    }
}
