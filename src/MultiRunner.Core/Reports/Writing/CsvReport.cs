using System.Buffers;
using System.Globalization;
using System.Text;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>
/// The report for a program: a line for each point, quoted by RFC 4180, numbers with every digit. Lines end with '\n'
/// alone, so that cut and awk can read them. A missing value is empty; an empty text is <c>""</c>. A text that a spreadsheet would
/// run as a formula gets an apostrophe in front; report.json has every text as it is.
/// </summary>
internal static class CsvReport
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // See the page "CSV Injection" of OWASP. Some spreadsheets take the wide forms for the narrow ones.
    private static readonly SearchValues<char> BeginsFormula = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    private static readonly string[] Before = ["point", "state"];
    private static readonly string[] After = ["seconds", "started", "worker", "host", "attempt", "build"];

    /// <summary>
    /// Prints the report: point, state, the arguments, the metrics, seconds, the start in UTC, worker, host, attempt, and the build as
    /// version and first digits of the module id.
    /// </summary>
    public static string Print(SweepReport report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(report, text);
        return text.ToString();
    }

    /// <summary>Writes the same, as UTF-8, without ever holding it whole: with many points it is large.</summary>
    public static void Write(SweepReport report, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(report, text);
    }

    private static void Write(SweepReport report, TextWriter text)
    {
        var names = ColumnNames.Of(report, [.. Before, .. After]);
        Line(text, [.. Before, .. names.Arguments.Select(Text), .. names.Metrics.Select(Text), .. After]);
        foreach (var point in report.Points)
        {
            Line(text,
            [
                Display.Number(point.Index),
                point.StateName,
                .. point.Arguments.Select(Argument),
                .. report.Metrics.Select(m => Number(point.Metric(m))),
                Number(point.Seconds),
                point.Started is { } started ? Time(started) : null,
                Text(point.Worker),
                Text(point.Host),
                point.Attempt is { } attempt ? Display.Number(attempt) : null,
                Text(point.Build?.Text),
            ]);
        }
    }

    private static string? Argument(CanonicalJson? argument) => argument?.Text switch
    {
        null or "null" => null,
        ['"', ..] => Text(Display.Text(argument.Value)),
        var json => json,
    };

    /// <summary>All of the same length, so that they sort by time as texts, too.</summary>
    private static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text that no spreadsheet runs. A number stays what it is, with its sign.</summary>
    private static string? Text(string? text) =>
        text is { Length: > 0 }
        && BeginsFormula.Contains(text[0])
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"'{text}"
            : text;

    private static void Line(TextWriter text, IEnumerable<string?> fields)
    {
        text.Write(string.Join(',', fields.Select(Quoted)));
        text.Write('\n');
    }

    private static string Quoted(string? field)
    {
        if (field is null)
            return "";
        var isSpecial = field.Length == 0 || field.AsSpan().ContainsAny(Special) || field[0] == ' ' || field[^1] == ' ';
        return isSpecial ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}
