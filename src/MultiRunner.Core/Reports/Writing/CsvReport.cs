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

    private static readonly string[] Own = ["point", "state", "seconds", "worker", "attempt"];

    /// <summary>Prints the report: point, state, the arguments, the metrics, seconds, worker, attempt.</summary>
    public static string Print(SweepReport report)
    {
        var names = ColumnNames.Of(report, Own);
        var text = new StringBuilder();
        Line(text, ["point", "state", .. names.Arguments.Select(Text), .. names.Metrics.Select(Text), "seconds", "worker", "attempt"]);
        foreach (var point in report.Points)
        {
            Line(text,
            [
                Display.Number(point.Index),
                point.StateName,
                .. point.Arguments.Select(Argument),
                .. report.Metrics.Select(m => Number(point.Metric(m))),
                Number(point.Seconds),
                Text(point.Worker),
                point.Attempt is { } attempt ? Display.Number(attempt) : null,
            ]);
        }

        return text.ToString();
    }

    private static string? Argument(CanonicalJson? argument) => argument?.Text switch
    {
        null or "null" => null,
        ['"', ..] => Text(Display.Text(argument.Value)),
        var json => json,
    };

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text that no spreadsheet runs. A number stays what it is, with its sign.</summary>
    private static string? Text(string? text) =>
        text is { Length: > 0 }
        && BeginsFormula.Contains(text[0])
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"'{text}"
            : text;

    private static void Line(StringBuilder text, IEnumerable<string?> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string? field)
    {
        if (field is null)
            return "";
        var isSpecial = field.Length == 0 || field.AsSpan().ContainsAny(Special) || field[0] == ' ' || field[^1] == ' ';
        return isSpecial ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}
