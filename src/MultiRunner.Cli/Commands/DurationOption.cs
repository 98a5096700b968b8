using System.CommandLine;
using System.Globalization;

namespace MultiRunner.Cli.Commands;

/// <summary>Options that take a length of time such as 7d, 12h or 30m.</summary>
internal static class DurationOption
{
    // Far more than anybody waits, and far less than a TimeSpan holds.
    private const double MostDays = 100_000;

    /// <summary>Makes an option. A wrong value becomes an error of the command line.</summary>
    public static Option<TimeSpan?> Create(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (Parse(text) is { } time)
                return time;
            result.AddError($"{name} takes a length of time such as 7d, 12h or 30m, but it is '{text}'. Correct it.");
            return null;
        },
    };

    private static TimeSpan? Parse(string text)
    {
        var isNumber = double.TryParse(
            text.AsSpan(0, Math.Max(0, text.Length - 1)), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count);
        var days = text is [.., var unit] ? unit switch { 'd' => count, 'h' => count / 24, 'm' => count / (24 * 60), _ => -1 } : -1;
        return isNumber && days is >= 0 and <= MostDays ? TimeSpan.FromDays(days) : null;
    }
}
