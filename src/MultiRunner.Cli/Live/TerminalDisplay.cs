using MultiRunner.Reports.Live;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MultiRunner.Cli.Live;

/// <summary>A display for a terminal. It keeps what it shows up to date in place.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : ILiveDisplay
{
    public Task During(Func<Action<LiveView>, Task> run) => console.Live(new Text("starting"))
        .StartAsync(live => run(view => live.UpdateTarget(Render(view, console.Profile.Width, console.Profile.Height))));

    /// <summary>What is shown.</summary>
    /// <param name="view">The view.</param>
    /// <param name="width">How many cells a line of the terminal has.</param>
    /// <param name="height">How many lines the terminal has.</param>
    public static IRenderable Render(LiveView view, int width, int height)
    {
        // A line that fills the last cell makes some terminals begin another one, and the cursor stands below the last line.
        var (cells, lines) = (Math.Max(1, width - 1), Math.Max(1, height - 2));
        List<LiveLine> shown = [];
        if (view.Workers is { } workers)
            shown.AddRange(LiveLine.Folded(workers, cells, LiveTone.Strong));
        shown.AddRange(view.Sweeps.Count > 0
            ? LiveText.Screen(view.Sweeps, view.Labels, cells, lines - shown.Count)
            : LiveLine.Folded("no sweep joined yet", cells));
        return new Rows(shown.Select(Render));
    }

    private static Paragraph Render(LiveLine line)
    {
        var paragraph = new Paragraph();
        foreach (var span in line.Spans)
            paragraph.Append(span.Text, StyleOf(span.Tone));
        return paragraph.Append(line.Text.Length == 0 ? " " : "");
    }

    private static Style StyleOf(LiveTone tone) => tone switch
    {
        LiveTone.Strong => new Style(decoration: Decoration.Bold),
        LiveTone.Good => new Style(Color.Green),
        LiveTone.Bad => new Style(Color.Red),
        LiveTone.Notable => new Style(Color.Yellow),
        LiveTone.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
