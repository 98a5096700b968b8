using System.CommandLine;

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

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
