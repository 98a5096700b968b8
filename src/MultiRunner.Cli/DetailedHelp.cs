using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MultiRunner.Cli;

/// <summary>The usual help, followed by the details of the command.</summary>
internal sealed class DetailedHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command)
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        return code;
    }
}
