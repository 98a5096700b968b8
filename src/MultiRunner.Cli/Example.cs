namespace MultiRunner.Cli;

/// <summary>A command line that the help of a command shows.</summary>
/// <param name="Line">The command line, as it is typed in a shell.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
internal sealed record Example(string Line, string Meaning);
