using System.Text;
using MultiRunner.Cli;
using MultiRunner.Cli.Live;

// What goes to a file or to another program is UTF-8, as JSON and XML must be. A console has an encoding of its own: the code page of
// Windows, or that of the locale.
var output = Console.IsOutputRedirected
    ? TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true })
    : Console.Out;
var context = new CliContext(
    output,
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
