using System.CommandLine;
using System.CommandLine.Help;
using MultiRunner.Cli.Commands;
using MultiRunner.Format;

namespace MultiRunner.Cli;

/// <summary>Reads the command line and runs the command that it names.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line and returns the exit code.</summary>
    public static async Task<int> Run(IReadOnlyList<string> arguments, CliContext context)
    {
        // Not a RootCommand, since that calls itself by the name of the assembly.
        var help = new HelpOption();
        help.Action = new DetailedHelp((HelpAction)help.Action!);
        var root = new DetailedCommand("multirunner", "Works with the sweeps of MultiRunner.Xunit.", $"""
            PATH is a sweep directory, a root with sweep directories in it, or a directory with folders named '{SweepLayout.DefaultRoot}'
            in it or at most {SweepFinder.MostLevels} levels below. Without PATH: the environment variable {SweepPath.Variable}, else the
            current directory.

            Exit codes: 0 success; 1 a problem, each command says which; 2 wrong usage, or nothing to work with.
            """)
        {
            help,
            new VersionOption(),
            RunCommand.Create(context),
            StatusCommand.Create(context),
            ReportCommand.Create(context),
            RerunCommand.Create(context),
            CleanCommand.Create(context),
            VerifyCommand.Create(context),
        };

        try
        {
            // An argument that starts with '@' is an argument; it names no file with further arguments.
            var parsed = root.Parse(RunCommand.Separate(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors)
                    await context.Error.WriteLineAsync(error.Message);
                var command = parsed.CommandResult.Command == root ? "" : $"{parsed.CommandResult.Command.Name} ";
                await context.Error.WriteLineAsync($"See 'multirunner {command}--help'.");
                return ExitCodes.Usage;
            }

            // No handler for signals is wanted: 'run' has its own, and the other commands may be ended at any time.
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
    }
}
