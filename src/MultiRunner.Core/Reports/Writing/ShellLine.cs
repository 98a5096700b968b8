using System.Buffers;
using System.Globalization;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>
/// A configuration as one line of <c>name=value</c> that a shell can run to set variables. No value can be anything but a value there:
/// what is not plain stands in single quotes.
/// </summary>
internal static class ShellLine
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.,:+-/@%");

    private static readonly string[] Before = ["sweep", "rank", "point", "points", "finished", "low", "high"];
    private static readonly string[] After = ["seconds", "worker"];

    /// <summary>
    /// The line: sweep, rank, the point or, with repeats, the points and how many of them finished; then the arguments and the metrics.
    /// With repeats a metric is a mean, and <c>low</c> and <c>high</c> are the 95 % interval of that of the objective.
    /// </summary>
    public static string Of(SweepReport report, Configuration configuration)
    {
        var hasRepeats = report.Repeats.Count > 0;
        var columns = ColumnNames.Of(report, [.. Before, .. After]);
        var words = new List<(string Name, string? Value)>
        {
            ("sweep", report.Sweep),
            ("rank", Number(configuration.Rank)),
            hasRepeats ? ("points", string.Join(',', configuration.Points)) : ("point", Number(configuration.Members[0].Index)),
        };
        if (hasRepeats)
        {
            words.Add(("finished", Number(configuration.Finished)));
            words.Add(("low", Number(configuration.Objective?.Low)));
            words.Add(("high", Number(configuration.Objective?.High)));
        }

        var arguments = report.Factors.Zip(configuration.Arguments).ToDictionary(a => a.First, a => a.Second);
        words.AddRange(report.Parameters.Zip(columns.Arguments)
            .Where(p => arguments.ContainsKey(p.First))
            .Select(p => (p.Second, Argument(arguments[p.First]))));
        words.AddRange(report.Metrics.Select((metric, i) => (columns.Metrics[i], Number(configuration.Metric(metric)))));
        words.Add(("seconds", Number(configuration.Seconds)));
        if (!hasRepeats)
            words.Add(("worker", configuration.Members[0].Worker));
        return string.Join(' ', Named(words).Select(word => $"{word.Name}={Quoted(word.Value)}"));
    }

    /// <summary>The words that have a value, each with a name that a shell can use, and no two with the same.</summary>
    private static IEnumerable<(string Name, string Value)> Named(IEnumerable<(string Name, string? Value)> words)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in words)
        {
            if (value is null)
                continue;
            var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var first = char.IsAsciiDigit(plain[0]) ? $"_{plain}" : plain;
            var unique = first;
            for (var i = 2; !used.Add(unique); i++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{first}_{i}");
            yield return (unique, value);
        }
    }

    private static string? Argument(CanonicalJson? argument) => argument?.Text switch
    {
        null or "null" => null,
        ['"', ..] => Display.Text(argument.Value),
        var json => json,
    };

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The value as one word of one line. Within single quotes a shell obeys nothing but the next single quote.</summary>
    private static string Quoted(string value)
    {
        var line = Display.Line(value);
        return line.Length > 0 && !line.AsSpan().ContainsAnyExcept(Plain)
            ? line
            : $"'{line.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
