using MultiRunner.Cli;

var surroundings = new Surroundings(Console.Out, Console.Error, Environment.GetEnvironmentVariable, Environment.CurrentDirectory, TimeProvider.System);
return await CommandLine.Run(args, surroundings);
