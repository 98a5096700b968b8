using System.CommandLine;

namespace MultiRunner.Cli;

/// <summary>A command with one line for the list of commands, and with examples and details that only its own help shows.</summary>
internal sealed class DetailedCommand(string name, string description, IReadOnlyList<Example> examples, string details)
    : Command(name, description)
{
    /// <summary>Command lines that people are likely to need.</summary>
    public IReadOnlyList<Example> Examples { get; } = examples;

    /// <summary>What users have to know, in paragraphs with an empty line between them. The last paragraph has the exit codes.</summary>
    public string Details { get; } = details;
}
