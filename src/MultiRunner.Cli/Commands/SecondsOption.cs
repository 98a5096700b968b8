using System.CommandLine;
using System.Globalization;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Commands;

/// <summary>Options that take a number of seconds, such as 0.5.</summary>
internal static class SecondsOption
{
    /// <summary>Makes an option. A wrong value becomes an error of the command line.</summary>
    public static Option<TimeSpan?> Create(string name, string description, double least, double most)
    {
        var range = $"from {Display.Number(least)} to {Display.Number(most)}";
        return new Option<TimeSpan?>(name)
        {
            Description = $"{description} In seconds, {range}.",
            HelpName = "SECONDS",
            CustomParser = result =>
            {
                var text = result.Tokens is [var token] ? token.Value : "";
                if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                    && seconds >= least && seconds <= most)
                {
                    return TimeSpan.FromSeconds(seconds);
                }

                result.AddError($"{name} takes a number of seconds {range}, but it is '{text}'. Correct it, or leave it out.");
                return null;
            },
        };
    }
}
