namespace MultiRunner.Cli;

/// <summary>How a command ends.</summary>
internal static class ExitCodes
{
    /// <summary>Everything is as it should be.</summary>
    public const int Success = 0;

    /// <summary>It ran, and something is not as it should be.</summary>
    public const int Problem = 1;

    /// <summary>It was used in a wrong way, or could not start.</summary>
    public const int Usage = 2;
}
