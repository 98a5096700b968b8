using System.Text;
using System.Text.RegularExpressions;

namespace MultiRunner.Core.Tests.Troubleshooting;

/// <summary>
/// Reads the string literals of C# code, as far as the messages of this project need it: plain and interpolated ones. Literals that are
/// joined by + are one text. An interpolation becomes <see cref="Hole"/>.
/// </summary>
internal sealed partial class SourceLiterals
{
    /// <summary>Stands in a text where the program puts a value.</summary>
    public const char Hole = '\u0001';

    private readonly string code;
    private int at;

    private SourceLiterals(string code) => this.code = code;

    /// <summary>The texts of some code, each with the index where it starts, one by one.</summary>
    public static IEnumerable<(int Start, string Text)> Of(string code) => new SourceLiterals(code).ReadAll();

    private IEnumerable<(int Start, string Text)> ReadAll()
    {
        while (at < code.Length)
        {
            if (CharacterOrComment().Match(code, at) is { Success: true } passed)
            {
                at += passed.Length;
            }
            else if (StartsLiteral())
            {
                var start = at;
                var text = ReadLiteral();
                while (Plus().Match(code, at) is { Success: true } plus)
                {
                    at += plus.Length;
                    text += ReadLiteral();
                }

                yield return (start, text);
            }
            else
            {
                at++;
            }
        }
    }

    private bool StartsLiteral() => code[at] == '"' || (code[at] == '$' && at + 1 < code.Length && code[at + 1] == '"');

    private string ReadLiteral()
    {
        var text = new StringBuilder();
        var isInterpolated = code[at] == '$';
        for (at += isInterpolated ? 2 : 1; at < code.Length && code[at] != '"'; at++)
        {
            if (code[at] == '\\')
                text.Append(code[++at] == 'n' ? '\n' : code[at]);
            else if (isInterpolated && code[at] is '{' or '}' && code[at + 1] == code[at])
                text.Append(code[at++]);
            else if (isInterpolated && code[at] == '{')
                text.Append(PassInterpolation());
            else
                text.Append(code[at]);
        }

        at++;
        return text.ToString();
    }

    /// <summary>Goes to the brace that ends an interpolation, which may have literals and braces of its own.</summary>
    private char PassInterpolation()
    {
        for (var depth = 0; at < code.Length; at++)
        {
            if (StartsLiteral())
            {
                ReadLiteral();
                at--;
            }
            else if (code[at] == '{')
            {
                depth++;
            }
            else if (code[at] == '}' && --depth == 0)
            {
                break;
            }
        }

        return Hole;
    }

    [GeneratedRegex(@"\G(//[^\n]*|'(\\.|[^\\'])')")]
    private static partial Regex CharacterOrComment();

    [GeneratedRegex(@"\G\s*\+\s*(?=\$?"")")]
    private static partial Regex Plus();
}
