namespace MultiRunner.Cli;

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCodes
{
    /// <summary>The command found everything as it should be.</summary>
    public const int Success = 0;

    /// <summary>The command ran, and something is not as it should be.</summary>
    public const int Problem = 1;

    /// <summary>The command was used in a wrong way, or could not start.</summary>
    public const int Usage = 2;
}
