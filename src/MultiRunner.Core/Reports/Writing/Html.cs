using System.Text.Encodings.Web;
using System.Text.Unicode;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Writing;

/// <summary>Texts as HTML shows them, whatever is in them. Letters beyond ASCII stay as they are.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text on one line, without control characters, for an element or an attribute in quotes.</summary>
    public static string Line(string text) => Encoder.Encode(Display.Line(text));

    /// <summary>A text of ours with its line ends.</summary>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}
