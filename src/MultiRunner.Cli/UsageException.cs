namespace MultiRunner.Cli;

/// <summary>The command line, or what it names, does not allow the command to start. The message names the remedy.</summary>
internal sealed class UsageException(string message) : Exception(message);
