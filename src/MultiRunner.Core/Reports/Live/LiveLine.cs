using System.Text;
using MultiRunner.Reports.Formatting;
using Wcwidth;

namespace MultiRunner.Reports.Live;

/// <summary>A line for a terminal.</summary>
/// <param name="Spans">Its parts.</param>
internal sealed record LiveLine(IReadOnlyList<LiveSpan> Spans)
{
    private const string Cut = "...";

    /// <summary>A line of one tone. What a terminal would obey is escaped.</summary>
    public static LiveLine Of(string text, LiveTone tone = LiveTone.Plain) => new([new LiveSpan(Display.Line(text), tone)]);

    /// <summary>A sentence, continued with an indent on further lines where it is too long for one.</summary>
    public static IEnumerable<LiveLine> Folded(string text, int width, LiveTone tone = LiveTone.Plain)
    {
        var line = "";
        foreach (var word in Display.Line(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Trim().Length > 0 && CellsOf(line) + 1 + CellsOf(word) > width)
            {
                yield return Of(line, tone).Fit(width);
                line = "  " + word;
            }
            else
            {
                line += line.Length == 0 ? word : $" {word}";
            }
        }

        yield return Of(line, tone).Fit(width);
    }

    /// <summary>The text without tones.</summary>
    public string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>How many cells of a terminal a text takes. Some letters take two.</summary>
    public static int CellsOf(string text) => text.EnumerateRunes().Sum(CellsOf);

    /// <summary>A text with spaces behind it, or cut off, so that it takes as many cells.</summary>
    public static string Padded(string text, int cells)
    {
        var cut = CutAt(text, cells);
        return cut + new string(' ', cells - CellsOf(cut));
    }

    /// <summary>The same line, cut off where it is too long.</summary>
    public LiveLine Fit(int width)
    {
        if (CellsOf(Text) <= width)
            return this;
        var (fitting, left) = (new List<LiveSpan>(), width);
        foreach (var span in Spans)
        {
            var following = CellsOf(string.Concat(Spans.SkipWhile(s => !ReferenceEquals(s, span)).Skip(1).Select(s => s.Text)));
            var cut = CellsOf(span.Text) + Math.Min(following, Cut.Length) <= left ? span.Text : CutAt(span.Text + Cut, left);
            fitting.Add(span with { Text = cut });
            left -= CellsOf(cut);
            if (!ReferenceEquals(cut, span.Text))
                break;
        }

        return new LiveLine(fitting);
    }

    private static string CutAt(string text, int cells)
    {
        if (CellsOf(text) <= cells)
            return text;
        var (cut, used, room) = (new StringBuilder(), 0, Math.Max(0, cells - Cut.Length));
        foreach (var rune in text.EnumerateRunes())
        {
            if (used + CellsOf(rune) > room)
                break;
            cut.Append(rune);
            used += CellsOf(rune);
        }

        return cut.Append(Cut.AsSpan(0, Math.Min(Cut.Length, cells))).ToString();
    }

    private static int CellsOf(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
}
