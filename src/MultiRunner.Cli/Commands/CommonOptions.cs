using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace MultiRunner.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string?> Path() => new("PATH")
    {
        Description = $"A sweep directory, or a directory above some. Default: {SweepPath.Variable}, else the current directory.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Where(string description) => new("--where")
    {
        Description = $"{description} A filter compares names with values, such as \"activation = Relu and layers > 1\". The names are "
            + "those of parameters and metrics, and point, state, worker, host, build, seconds and attempt.",
        HelpName = "FILTER",
    };

    public static Option<int?> Top(string description) => new("--top")
    {
        Description = description,
        HelpName = "COUNT",
        CustomParser = Count,
    };

    public static Option<bool> Json(string description) => new("--json") { Description = description };

    private static int? Count(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        result.AddError($"--top takes a whole number from 1, but it is '{text}'. Correct it, or leave it out.");
        return null;
    }
}
