using System.CommandLine;
using System.CommandLine.Parsing;

namespace MultiRunner.Cli;

/// <summary>
/// Says what of a command line the tool does not know. The library takes an unknown option for the value of PATH, and says of other
/// words only that it does not recognise them.
/// </summary>
internal static class UnknownArguments
{
    /// <summary>A sentence or two for each kind of word that is not known.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var isRoot = !command.Parents.Any();
        var name = isRoot ? command.Name : $"multirunner {command.Name}";

        // What follows "--" is a value, whatever it looks like.
        var canBeOptions = parsed.Tokens.All(token => token.Type != TokenType.DoubleDash);
        var values = command.Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? []).Select(token => token.Value);
        var options = canBeOptions ? values.Concat(parsed.UnmatchedTokens).Where(LooksLikeOption).ToList() : [];
        var others = parsed.UnmatchedTokens.Except(options).ToList();
        var problems = new List<string>();
        if (isRoot && others.Count > 0)
        {
            // Whatever follows the name of a command belongs to that command.
            var commands = string.Join(", ", command.Subcommands.Select(c => c.Name));
            return [$"'{name}' has no command '{others[0]}'. Its commands are {commands}."];
        }

        if (options.Count > 0)
        {
            var unknown = string.Join(" and no option ", options.Select(option => $"'{option.Split('=')[0]}'"));
            problems.Add($"'{name}' has no option {unknown}. Its options are {string.Join(", ", command.Options.Select(o => o.Name))}.");
        }

        if (others.Count > 0)
        {
            var all = string.Join(", ", values.Except(options).Concat(others).Select(value => $"'{value}'"));
            problems.Add(command.Arguments.Count > 1
                ? $"'{name}' takes {string.Join(" and ", command.Arguments.Select(argument => argument.Name))} at most, but it got {all}. "
                    + "Leave out what is too much."
                : $"'{name}' takes one PATH at most, but it got {all}. Repeat the command for each of them, or give a directory above all "
                    + "of them.");
        }

        return problems;
    }

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-';
}
