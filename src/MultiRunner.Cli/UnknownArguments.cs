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

        // What follows "--" is a value, whatever it looks like.
        var canBeOptions = parsed.Tokens.All(token => token.Type != TokenType.DoubleDash);
        var arguments = command.Arguments.SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? []).Select(t => t.Value).ToList();
        var options = canBeOptions ? arguments.Concat(parsed.UnmatchedTokens).Where(LooksLikeOption).ToList() : [];
        var others = parsed.UnmatchedTokens.Except(options).ToList();
        if (isRoot)
            return OfRoot(command, options, others);

        // They stand first in the command line, and so do the values that belong to them.
        var early = options.TakeWhile(option => IsBeforeCommand(parsed, option)).ToList();
        if (early.Count > 0)
            return [TooEarly(command, early)];
        var problems = new List<string>();
        if (options.Count > 0)
            problems.Add(NoOption(command, $"multirunner {command.Name}", options));

        // A word after an unknown option may be its value.
        if (others.Count > 0 && options.Count == 0)
            problems.Add(TooMany(command, [.. arguments.Except(options), .. others]));
        return problems;
    }

    private static IReadOnlyList<string> OfRoot(Command root, List<string> options, List<string> others)
    {
        if (others.Count > 0)
        {
            // Whatever follows the name of a command belongs to that command.
            var commands = root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToList();
            return
            [
                $"'{root.Name}' has no command '{others[0]}'. Its commands are {string.Join(", ", commands)}."
                    + Spelling.Hint(others[0], commands),
            ];
        }

        return options.Count > 0 ? [NoOption(root, root.Name, options)] : [];
    }

    private static bool IsBeforeCommand(ParseResult parsed, string option) =>
        parsed.Tokens.TakeWhile(token => token.Value != parsed.CommandResult.Command.Name).Any(token => token.Value == option);

    private static string TooEarly(Command command, List<string> early)
    {
        var all = string.Join(", ", early.Select(option => $"'{NameOf(option)}'"));
        var (comes, them) = early.Count == 1 ? ("comes", "it") : ("come", "them");
        return $"The options of a command come after its name, but {all} {comes} before '{command.Name}'. Move {them} behind "
            + $"'multirunner {command.Name}'.";
    }

    private static string NoOption(Command command, string name, List<string> options)
    {
        var names = command.Options.Where(option => !option.Hidden).Select(option => option.Name).ToList();
        var unknown = string.Join(" and no option ", options.Select(option => $"'{NameOf(option)}'"));
        return $"'{name}' has no option {unknown}. Its options are {string.Join(", ", names)}." + Spelling.Hint(NameOf(options[0]), names);
    }

    private static string TooMany(Command command, IReadOnlyList<string> values)
    {
        var takes = string.Join(" and ", command.Arguments.Select(argument => $"one {argument.Name} at most"));
        var all = string.Join(", ", values.Select(value => $"'{value}'"));
        return $"'multirunner {command.Name}' takes {takes}, but it got {all}. Repeat the command for each of them, or give a directory "
            + "above all of them.";
    }

    private static string NameOf(string option) => option.Split('=')[0];

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-';
}
