using Spectre.Console;

namespace MultiRunner.Cli.Live;

/// <summary>Chooses the display that suits where it writes to.</summary>
internal static class LiveDisplays
{
    /// <summary>A display.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="isTerminal">Whether that is a terminal.</param>
    /// <param name="context">Tells the environment variables and the time.</param>
    /// <param name="interval">How long it is between two lines where there is no terminal; null for what suits a log.</param>
    public static ILiveDisplay Choose(TextWriter output, bool isTerminal, CliContext context, TimeSpan? interval = null)
    {
        // A dumb terminal cannot move its cursor.
        if (!isTerminal || context.Variable("TERM") == "dumb")
            return new PlainDisplay(output, context.Time, interval);
        return new TerminalDisplay(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Interactive = InteractionSupport.No,

            // https://no-color.org: any value that is not empty.
            ColorSystem = string.IsNullOrEmpty(context.Variable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        }));
    }
}
