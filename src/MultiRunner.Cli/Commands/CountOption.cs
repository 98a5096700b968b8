using System.CommandLine;
using System.Globalization;

namespace MultiRunner.Cli.Commands;

/// <summary>Options that take a whole number within a range.</summary>
internal static class CountOption
{
    /// <summary>Makes an option. A wrong value becomes an error of the command line that names the range.</summary>
    public static Option<int> Create(string name, string description, int otherwise, int least, int most) => new(name)
    {
        Description = $"{description} Default: {otherwise.ToString(CultureInfo.InvariantCulture)}.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                return value;
            result.AddError(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} takes a whole number from {least} to {most}, but it is '{text}'. Correct it, or leave it out for {otherwise}."));
            return otherwise;
        },
    };
}
