using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Page;

/// <summary>Messages and stack traces of the page, each of them once. Very many attempts may have failed for the same reason.</summary>
internal sealed class PageTexts
{
    /// <summary>How many characters a text has at most.</summary>
    public const int LongestText = 8_000;

    /// <summary>How many characters all texts have together before the next ones are cut to <see cref="ShortText"/>.</summary>
    public const int Plenty = 2_000_000;

    /// <summary>How many characters are left of a text when there are very many.</summary>
    public const int ShortText = 200;

    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> all = [];
    private long characters;
    private bool hasCut;

    /// <summary>The texts, in the order of their indices.</summary>
    public IReadOnlyList<string> All => all;

    /// <summary>What is left out, a sentence each.</summary>
    public IEnumerable<string> Left =>
        hasCut ? ["Long messages and stack traces are cut on this page; the files in attempts/ have them whole."] : [];

    /// <summary>The index of a text.</summary>
    public int IndexOf(string text)
    {
        if (indices.TryGetValue(text, out var index))
            return index;
        var shown = Display.Shortened(text, characters > Plenty ? ShortText : LongestText);
        hasCut |= shown.Length < text.Length;
        characters += shown.Length;
        indices[text] = all.Count;
        all.Add(shown);
        return all.Count - 1;
    }
}
