using System.CommandLine;

namespace MultiRunner.Cli.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class CommonOptions
{
    public static Argument<string?> Path()
    {
        var path = new Argument<string?>("PATH")
        {
            Description = $"A sweep directory, or a directory above sweeps. Default: {SweepPath.Variable}, else the current directory.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        // The parser takes whatever is no option of the command for an argument.
        path.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', ..] and var token }, ..])
                result.AddError($"'{token}' is no option of this command. For a directory of that name, write './{token}'.");
        });
        return path;
    }

    public static Option<string?> Where(string description) => new("--where")
    {
        Description = $"{description} It compares names with values, such as \"activation = Relu and layers > 1\". Names are parameters, "
            + "metrics, and point, state, worker, host, build, seconds, attempt.",
        HelpName = "FILTER",
    };

    public static Option<bool> Json(string description) => new("--json") { Description = description };
}
