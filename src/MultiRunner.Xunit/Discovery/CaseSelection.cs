namespace MultiRunner.Discovery;

/// <summary>Tells by the command line of the test executable whether this run selects test cases one by one.</summary>
internal static class CaseSelection
{
    // Of the test executable and of Microsoft.Testing.Platform. A query in the syntax of VSTest may name anything.
    private static readonly string[] Options =
    [
        "-id", "-displayName", "-displayName-", "-filterVSTest",
        "--filter", "--filter-uid", "--filter-display-name", "--filter-not-display-name",
    ];

    /// <summary>
    /// Whether it may. Then each point must have a case of its own, by which it can be selected. An editor, which starts the executable
    /// with a server, names the cases later.
    /// </summary>
    /// <param name="arguments">The command line.</param>
    public static bool IsByCase(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            // A response file of Microsoft.Testing.Platform, whose options may select cases. VSTest has "@@ FILE" for its own.
            if (arguments[i] is ['@', not '@', ..])
                return true;
            var parts = arguments[i].Split(['=', ':'], 2);
            var value = parts.Length > 1 ? parts[1] : arguments.ElementAtOrDefault(i + 1);
            if (IsOption(parts[0], "--server") && !string.Equals(value, "dotnettestcli", StringComparison.OrdinalIgnoreCase))
                return true;
            if (!Array.Exists(Options, option => IsOption(parts[0], option)))
                continue;
            if (!IsQuery(parts[0]) || NamesCases(value))
                return true;
        }

        return false;
    }

    private static bool IsOption(string argument, string option) => argument.Equals(option, StringComparison.OrdinalIgnoreCase);

    private static bool IsQuery(string option) => IsOption(option, "-filterVSTest") || IsOption(option, "--filter");

    // Points of a sweep have these in common: the names of method and class, and the traits. A query without any name is one by name.
    private static bool NamesCases(string? query) =>
        query is null
        || query.Contains("DisplayName", StringComparison.OrdinalIgnoreCase)
        || query.AsSpan().IndexOfAny("=~") < 0;
}
