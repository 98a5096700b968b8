using System.CommandLine;

namespace MultiRunner.Cli;

/// <summary>A command with one line for the list of commands, and details that only its own help shows.</summary>
internal sealed class DetailedCommand(string name, string description, string details) : Command(name, description)
{
    /// <summary>What users have to know, with the exit codes at the end.</summary>
    public string Details { get; } = details;
}
