using System.Buffers;
using System.Globalization;
using System.Text;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>
/// The report for a program: a line for each point, quoted by RFC 4180, numbers with every digit. Lines end with '\n'
/// alone, so that cut and awk can read them. A missing value is empty; an empty text is <c>""</c>.
/// </summary>
internal static class CsvReport
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private static readonly string[] Own = ["point", "state", "seconds", "worker", "attempt"];

    /// <summary>Prints the report: point, state, the arguments, the metrics, seconds, worker, attempt.</summary>
    public static string Print(SweepReport report)
    {
        var names = ColumnNames.Of(report, Own);
        var text = new StringBuilder();
        Line(text, ["point", "state", .. names.Arguments, .. names.Metrics, "seconds", "worker", "attempt"]);
        foreach (var point in report.Points)
        {
            Line(text,
            [
                Display.Number(point.Index),
                point.StateName,
                .. point.Arguments.Select(Argument),
                .. report.Metrics.Select(m => Number(point.Metric(m))),
                Number(point.Seconds),
                point.Worker,
                point.Attempt is { } attempt ? Display.Number(attempt) : null,
            ]);
        }

        return text.ToString();
    }

    private static string? Argument(CanonicalJson? argument) => argument?.Text switch
    {
        null or "null" => null,
        ['"', ..] => Display.Text(argument.Value),
        var json => json,
    };

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string?> fields) => text.AppendJoin(',', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string? field) =>
        field is null ? "" :
        field.Length == 0 || field.AsSpan().ContainsAny(Special) || field[0] == ' ' || field[^1] == ' ' ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" :
        field;
}
