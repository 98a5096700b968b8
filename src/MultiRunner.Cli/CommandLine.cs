using System.CommandLine;
using System.CommandLine.Help;
using MultiRunner.Cli.Commands;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli;

/// <summary>Reads the command line and runs the command that it names.</summary>
internal static class CommandLine
{
    private const string Name = "multirunner";
    private const string HelpName = "--help";

    private static readonly Example[] Examples =
    [
        new("multirunner run --workers 4 MyTests", "Runs the sweeps of a test project with four workers on this machine."),
        new("multirunner status", "Shows how far the sweeps below the current directory have come."),
        new("multirunner watch", "Shows it again and again until they are complete."),
        new("multirunner report", "Prints their reports."),
        new("multirunner rerun --failed", "Puts the points that failed back to be run again."),
    ];

    /// <summary>Runs a command line and returns the exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<string> arguments, CliContext context)
    {
        try
        {
            if (Suggestions.For(arguments, context) is { } suggestions)
            {
                await context.Out.WriteAsync(string.Concat(suggestions.Select(suggestion => suggestion + "\n")));
                return ExitCodes.Success;
            }

            var parsed = Parse(arguments, context);
            if (ErrorsOf(parsed) is { Count: > 0 } errors)
            {
                foreach (var error in errors)
                    await context.Error.WriteLineAsync(Display.Line(error));
                var name = parsed.CommandResult.Command.Name;
                await context.Error.WriteLineAsync($"See 'multirunner {(name == Name ? "" : $"{name} ")}--help'.");
                return ExitCodes.Usage;
            }

            // No handler for signals is wanted: 'run' and 'watch' have their own, and the other commands may be ended at any time.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (UsageException e)
        {
            await context.Error.WriteLineAsync(e.Message);
            return ExitCodes.Usage;
        }
        catch (Exception e) when (e is SweepDirectoryException or SharedDirectoryException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync(e.Message);
            return ExitCodes.Problem;
        }
        catch (IOException e)
        {
            // A disk that is full, for one. .NET says nothing of a pipe that nobody reads any more.
            await context.Error.WriteLineAsync($"The output or a file could not be written or read: {e.Message.TrimEnd('.')}.");
            return ExitCodes.Problem;
        }
    }

    /// <summary>Reads a command line. Without any argument it asks for help.</summary>
    /// <exception cref="UsageException">An option of <c>run</c> comes too late.</exception>
    public static ParseResult Parse(IReadOnlyList<string> arguments, CliContext context)
    {
        var separated = arguments.Count == 0 ? [HelpName] : RunCommand.Separate(arguments);

        // An argument that starts with '@' is an argument; it names no file with further arguments.
        return CreateRoot(context).Parse(separated, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    /// <summary>What is wrong with a command line; empty when nothing is.</summary>
    public static IReadOnlyList<string> ErrorsOf(ParseResult parsed) => UnknownArguments.Of(parsed) is { Count: > 0 } unknown
        ? unknown
        : [.. parsed.Errors.Select(error => error.Message)];

    /// <summary>The tool with all its commands.</summary>
    public static DetailedCommand CreateRoot(CliContext context)
    {
        // Not a RootCommand, since that calls itself by the name of the assembly.
        var help = new HelpOption();
        help.Action = new DetailedHelp((HelpAction)help.Action!, context.Width);
        return new DetailedCommand(Name, "Works with the sweeps of MultiRunner.Xunit.", Examples, $"""
            PATH is a sweep directory, or a root with sweep directories in it, or a directory with folders named
            '{SweepLayout.DefaultRoot}', which may lie up to {SweepFinder.MostLevels} levels deeper. Without PATH the tool takes the
            directory that the environment variable {SweepPath.Variable} names, or else the current directory.

            'multirunner COMMAND --help' explains a command.

            Exit codes: 0 success; 1 a problem, and each command says which; 2 wrong usage, or nothing to work with.
            """)
        {
            help,
            new VersionOption(),
            RunCommand.Create(context),
            StatusCommand.Create(context),
            WatchCommand.Create(context),
            OpenCommand.Create(context),
            ReportCommand.Create(context),
            CompareCommand.Create(context),
            BestCommand.Create(context),
            ShowCommand.Create(context),
            ExportCommand.Create(context),
            RerunCommand.Create(context),
            CleanCommand.Create(context),
            VerifyCommand.Create(context),
        };
    }
}
