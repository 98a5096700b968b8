using System.Text;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Writing;

/// <summary>Writes text so that Markdown shows it as it is.</summary>
internal static class Markdown
{
    /// <summary>The text on one line. Characters that GitHub's Markdown would take for markup are escaped.</summary>
    public static string Escape(string text)
    {
        var line = Display.Line(text);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            // Markdown does not take an underscore inside a word, as in batch_size, for markup.
            var inWord = line[i] == '_'
                && i > 0 && char.IsLetterOrDigit(line[i - 1])
                && i < line.Length - 1 && char.IsLetterOrDigit(line[i + 1]);
            if (@"\`*_[]<>|~&$#".Contains(line[i], StringComparison.Ordinal) && !inWord)
                escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A fence that is longer than the longest run of back-ticks in the text, so that no line of the text ends it.</summary>
    public static string FenceFor(IEnumerable<string> lines)
    {
        var longest = 2;
        foreach (var line in lines)
        {
            var run = 0;
            foreach (var c in line)
                longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        }

        return new string('`', longest + 1);
    }
}
