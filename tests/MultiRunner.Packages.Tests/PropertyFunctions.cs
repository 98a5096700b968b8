using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MultiRunner.Tests.Packages;

/// <summary>The functions that a props, targets or project file calls in its expressions.</summary>
internal static partial class PropertyFunctions
{
    /// <summary>
    /// Each call as <c>Type::Member/number of arguments</c>. Functions of a property's own text have the type <c>String</c>, and a
    /// member without parentheses has no number.
    /// </summary>
    public static IEnumerable<string> In(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var texts = root.DescendantsAndSelf().Attributes().Select(a => a.Value)
            .Concat(root.DescendantNodesAndSelf().OfType<XText>().Select(t => t.Value));
        return texts.SelectMany(CallsIn);
    }

    private static IEnumerable<string> CallsIn(string text) =>
        Call().Matches(text).Select(call =>
        {
            var type = call.Groups["type"].Success ? call.Groups["type"].Value : "String";
            return $"{type}::{call.Groups["member"].Value}{NumberOfArguments(text, call.Index + call.Length)}";
        });

    private static string NumberOfArguments(string text, int open)
    {
        if (open == text.Length || text[open] != '(')
            return "";
        var (depth, commas, quote, empty) = (0, 0, '\0', true);
        foreach (var c in text.AsSpan(open))
        {
            empty &= c is '(' or ')' || char.IsWhiteSpace(c);
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"' or '`')
                quote = c;
            else if (c == '(')
                depth++;
            else if (c == ')' && --depth == 0)
                break;
            else if (c == ',' && depth == 1)
                commas++;
        }

        return empty ? "/0" : $"/{commas + 1}";
    }

    [GeneratedRegex(@"\[(?<type>[A-Za-z_][\w.]*)\]::(?<member>\w+)|\$\(\w+\.(?<member>\w+)")]
    private static partial Regex Call();
}
