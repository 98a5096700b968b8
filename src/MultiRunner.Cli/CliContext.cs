namespace MultiRunner.Cli;

/// <summary>What a command sees of the process that it runs in.</summary>
/// <param name="Out">Standard output: what was asked for.</param>
/// <param name="Error">Standard error: everything else.</param>
/// <param name="Variable">The value of an environment variable, or null.</param>
/// <param name="Directory">The current directory.</param>
/// <param name="Time">The time.</param>
/// <param name="IsTerminal">Whether <paramref name="Error"/> is a terminal, where lines can be kept up to date in place.</param>
/// <param name="Width">How many characters a line of a help text has at most.</param>
internal sealed record CliContext(
    TextWriter Out,
    TextWriter Error,
    Func<string, string?> Variable,
    string Directory,
    TimeProvider Time,
    bool IsTerminal,
    int Width = HelpWidth.Usual)
{
    /// <summary>Whether <see cref="Out"/> is a terminal.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Tells whether nobody reads <see cref="Out"/> any more.</summary>
    public Func<bool> IsOutClosed { get; init; } = () => false;

    /// <summary>Starts a program that goes on by itself. False: there is no such program.</summary>
    public Func<IReadOnlyList<string>, bool> Start { get; init; } = _ => false;
}
