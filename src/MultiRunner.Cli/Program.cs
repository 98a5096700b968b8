using MultiRunner.Cli;

var context = new CliContext(
    Console.Out,
    Console.Error,
    Environment.GetEnvironmentVariable,
    Environment.CurrentDirectory,
    TimeProvider.System,
    IsTerminal: !Console.IsErrorRedirected,
    HelpWidth.OfTerminal());
return await CommandLine.Run(args, context);
