using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MultiRunner.Cli;

/// <summary>
/// What may stand at a place of a command line, for a shell that completes it. A shell asks by
/// <c>multirunner "[suggest:12]" "report --col"</c>: the number is where in the line the cursor is. This is the protocol of
/// <c>dotnet-suggest</c>. The library answers it for a RootCommand alone, which takes its name from the assembly.
/// </summary>
internal static partial class Suggestions
{
    /// <summary>What a shell is told, a word each; null when the command line asks for nothing of the kind.</summary>
    public static IReadOnlyList<string>? For(IReadOnlyList<string> arguments, CliContext context)
    {
        if (arguments.Count == 0 || Directive().Match(arguments[0]) is not { Success: true } directive)
            return null;

        // The library throws for a value that is joined to its option. Shells break words at '=', so the values are the same.
        var line = Joined().Replace(string.Join(' ', arguments.Skip(1)), "$1 ");
        var position = int.TryParse(directive.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Min(given, line.Length)
            : line.Length;
        return [.. CommandLine.CreateRoot(context).Parse(line).GetCompletions(position).Select(c => c.InsertText ?? c.Label).Distinct()];
    }

    [GeneratedRegex(@"(?<=^|\s)(--[A-Za-z-]+)=", RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"^\[suggest(?::(\d+))?\]$", RegexOptions.CultureInvariant)]
    private static partial Regex Directive();
}
