namespace MultiRunner.Cli;

/// <summary>How wide the help is printed.</summary>
internal static class HelpWidth
{
    /// <summary>The width where nobody says how wide the terminal is, such as in a file.</summary>
    public const int Usual = 100;

    private const int Least = 60;

    /// <summary>The width of the terminal within limits, since very short and very long lines are hard to read.</summary>
    public static int OfTerminal()
    {
        try
        {
            return Console.IsOutputRedirected ? Usual : Math.Clamp(Console.WindowWidth, Least, Usual);
        }
        catch (IOException)
        {
            return Usual;
        }
    }
}
