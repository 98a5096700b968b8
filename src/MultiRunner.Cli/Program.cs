using MultiRunner.Cli;

var surroundings = new Surroundings(Console.Out, Console.Error, Environment.GetEnvironmentVariable, Environment.CurrentDirectory, TimeProvider.System, IsTerminal: !Console.IsErrorRedirected);
return await CommandLine.Run(args, surroundings);
