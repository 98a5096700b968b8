using System.Globalization;
using MultiRunner.Filtering;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Comparing;

/// <summary>
/// Reads conditions such as <c>accuracy &lt; -1%</c>. They are comparisons as filters have them, with a change as the value.
/// </summary>
internal static class FailConditionParser
{
    private static readonly string[] Signs = ["<", "<=", ">", ">="];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ComparisonException">It is none, or a configuration that did not change would meet it.</exception>
    public static FailCondition Parse(string text)
    {
        if (FilterParser.TryReadComparison(text, out var position) is not { Values: [var value] } comparison)
        {
            throw Wrong(text, position > text.TrimEnd().Length
                ? "it ends too early"
                : $"it cannot be read from position {Display.Number(position)} on: '{Display.Line(text[(position - 1)..])}'");
        }

        if (!Signs.Contains(comparison.Sign.Text))
            throw Wrong(text, $"'{comparison.Sign.Text}' stands at position {Display.Number(comparison.Sign.Position)}");
        var isRelative = value.Text.EndsWith('%');
        if (!double.TryParse(value.Text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var limit)
            || !double.IsFinite(limit)
            || value.Text.EndsWith("%%", StringComparison.Ordinal))
        {
            throw Wrong(text, $"'{Display.Line(value.Text)}' at position {Display.Number(value.Position)} is no limit");
        }

        var condition = new FailCondition(
            text, comparison.Name.Text, comparison.Sign.Text, isRelative ? limit / 100 : limit, isRelative);
        return condition.Holds(0)
            ? throw new ComparisonException(
                "--fail-on names a change that is not wanted, but a configuration that did not change would meet "
                + $"\"{Display.Line(text)}\". The limit is a change and no value: write a limit below 0 for a metric that must not "
                + $"fall, such as \"{Quoted(condition)} < -1%\", "
                + $"and one above 0 for a metric that must not grow, such as \"{Quoted(condition)} > 1%\".")
            : condition;
    }

    private static string Quoted(FailCondition condition) => Display.Line(FilterTokenizer.Quoted(condition.Metric));

    private static ComparisonException Wrong(string text, string fact) => new(
        $"--fail-on takes a metric, one of <, <=, > and >=, and a change, with % for a part of the mean before, but in "
        + $"\"{Display.Line(text)}\" {fact}. Examples: \"accuracy < -1%\", \"seconds > 10%\", \"loss > 0.01\".");
}
