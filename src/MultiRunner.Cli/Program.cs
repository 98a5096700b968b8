using MultiRunner.Cli;
using MultiRunner.Cli.Live;

var context = new CliContext(
    Console.Out,
    Console.Error,
    Environment.GetEnvironmentVariable,
    Environment.CurrentDirectory,
    TimeProvider.System,
    IsTerminal: !Console.IsErrorRedirected,
    HelpWidth.OfTerminal())
{
    IsOutTerminal = !Console.IsOutputRedirected,
    IsOutClosed = OutputPipe.IsClosed,
    Start = Browser.Start,
};
return await CommandLine.Run(args, context);
