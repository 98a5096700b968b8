using System.Text.Encodings.Web;
using System.Text.Json;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Exporting;

/// <summary>
/// Test results in the Common Test Report Format (ctrf.io). A point that passed after failed attempts is flaky. What the format has no
/// name for, such as the metrics, is in <c>extra</c>.
/// </summary>
internal sealed class CtrfExport
{
    private const string SpecVersion = "1.0.0";

    private readonly Utf8JsonWriter json;

    private CtrfExport(Utf8JsonWriter json) => this.json = json;

    /// <summary>Writes one document for all sweeps.</summary>
    public static void Write(IReadOnlyList<ExportedSweep> sweeps, Stream stream)
    {
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
            new CtrfExport(json).WriteDocument(sweeps);
        stream.WriteByte((byte)'\n');
    }

    private void WriteDocument(IReadOnlyList<ExportedSweep> sweeps)
    {
        json.WriteStartObject();
        json.WriteString("reportFormat", "CTRF");
        json.WriteString("specVersion", SpecVersion);
        json.WriteStartObject("results");
        json.WriteStartObject("tool");
        json.WriteString("name", "MultiRunner.Xunit");
        json.WriteEndObject();
        WriteSummary(ExportTotals.Of(sweeps));
        json.WriteStartArray("tests");
        foreach (var sweep in sweeps)
        {
            foreach (var each in sweep.Cases)
                WriteTest(sweep, each);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteSummary(ExportTotals totals)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("tests", totals.All);
        json.WriteNumber("passed", totals.Passed);
        json.WriteNumber("failed", totals.Failed);
        json.WriteNumber("skipped", totals.Skipped);
        json.WriteNumber("pending", totals.Pending);
        json.WriteNumber("other", 0);
        json.WriteNumber("flaky", totals.Flaky);
        json.WriteNumber("start", totals.First.ToUnixTimeMilliseconds());
        json.WriteNumber("stop", totals.Last.ToUnixTimeMilliseconds());
        json.WriteEndObject();
    }

    private void WriteTest(ExportedSweep sweep, ExportedCase each)
    {
        json.WriteStartObject();
        json.WriteString("id", each.Id);
        json.WriteString("name", $"{sweep.FullName}({each.Arguments})");
        json.WriteString("status", StatusOf(each.Outcome));
        json.WriteNumber("duration", Milliseconds(each.Seconds ?? 0));
        Number("start", each.Started?.ToUnixTimeMilliseconds());
        Number("stop", each.Ended?.ToUnixTimeMilliseconds());
        json.WriteStartArray("suite");
        json.WriteStringValue(sweep.ClassName);
        json.WriteStringValue(sweep.MethodName);
        json.WriteEndArray();
        Text("message", each.Message);
        Text("trace", sweep.StackOf(each.Failure));
        json.WriteString("rawStatus", each.Point.StateName);
        WriteRetries(sweep, each);
        Text("threadId", each.Worker);
        json.WritePropertyName("parameters");
        json.WriteRawValue(each.Point.Key.Text);
        WriteExtra(each.Point);
        json.WriteEndObject();
    }

    private void WriteRetries(ExportedSweep sweep, ExportedCase each)
    {
        if (each.Earlier.Count == 0)
            return;
        json.WriteNumber("retries", each.Earlier.Count);
        json.WriteStartArray("retryAttempts");
        for (var i = 0; i < each.Earlier.Count; i++)
        {
            var attempt = each.Earlier[i];
            json.WriteStartObject();
            json.WriteNumber("attempt", i + 1);
            json.WriteString("status", "failed");
            Number("duration", attempt.Seconds is { } seconds && double.IsFinite(seconds) ? Milliseconds(seconds) : null);
            json.WriteString("message", ExportedCase.MessageOf(attempt));
            Text("trace", sweep.StackOf(attempt));
            Number("start", attempt.Started?.ToUnixTimeMilliseconds());
            json.WriteStartObject("extra");
            json.WriteString("worker", attempt.Worker);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("flaky", each.Outcome == CaseOutcome.Passed);
    }

    private void WriteExtra(ReportPoint point)
    {
        json.WriteStartObject("extra");
        json.WriteNumber("point", point.Index);
        if (point.Metrics is { } metrics)
        {
            json.WritePropertyName("metrics");
            JsonSerializer.Serialize(json, metrics, ReportJson.Readable.IReadOnlyDictionaryStringDouble);
        }

        if (point.Details is { } details)
        {
            json.WritePropertyName("details");
            JsonSerializer.Serialize(json, details, ReportJson.Readable.IReadOnlyDictionaryStringString);
        }

        Text("host", point.Host);
        Text("build", point.Build?.Text);
        json.WriteEndObject();
    }

    private void Text(string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private void Number(string name, long? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    private static long Milliseconds(double seconds) => (long)Math.Round(Math.Clamp(seconds, 0, TimeSpan.MaxValue.TotalSeconds) * 1000);

    private static string StatusOf(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Passed => "passed",
        CaseOutcome.Failed => "failed",
        CaseOutcome.Skipped => "skipped",
        _ => "pending",
    };
}
