using System.Text.Json;
using System.Xml.Linq;

namespace MultiRunner.Tests.Running;

/// <summary>Reads the reports that the runners write.</summary>
internal static class ReportReader
{
    /// <summary>CTRF, the JSON format of xunit's own runners.</summary>
    public static Report ReadCtrf(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var results = document.RootElement.GetProperty("results");
        var report = new Report(results.GetProperty("tests").EnumerateArray().Select(FromCtrf));

        // The list holds a test once even if it was reported twice; the totals count both.
        Assert.Equal(results.GetProperty("summary").GetProperty("tests").GetInt32(), report.Tests.Count);
        return report;
    }

    /// <summary>TRX, the XML format of VSTest.</summary>
    public static Report ReadTrx(string path)
    {
        var document = XDocument.Load(path);
        var results = document.Descendants().Where(e => e.Name.LocalName == "UnitTestResult");
        return new Report(results.Select(FromTrx));
    }

    private static TestReport FromCtrf(JsonElement test)
    {
        var outcome = test.GetProperty("status").GetString() switch
        {
            "passed" => TestOutcome.Passed,
            "failed" => TestOutcome.Failed,
            "skipped" => TestOutcome.Skipped,
            _ => TestOutcome.NotRun,
        };
        return new TestReport(
            test.GetProperty("name").GetString()!,
            outcome,
            Property(test, "message")?.GetString() ?? "",
            string.Join('\n', Strings(Property(test, "stdout"))),
            [.. Strings(Property(Property(test, "extra"), "warnings"))],
            [.. Property(test, "labels") is { } labels ? labels.EnumerateObject().Select(l => $"{l.Name}={l.Value}") : []]);
    }

    private static TestReport FromTrx(XElement test)
    {
        var outcome = test.Attribute("outcome")?.Value switch
        {
            "Passed" => TestOutcome.Passed,
            "Failed" => TestOutcome.Failed,
            "NotExecuted" when Part(test, "Message") is not null => TestOutcome.Skipped,
            _ => TestOutcome.NotRun,
        };
        return new TestReport(test.Attribute("testName")!.Value, outcome, Part(test, "Message") ?? "", Part(test, "StdOut") ?? "", [], []);
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { } e && e.TryGetProperty(name, out var value) ? value : null;

    private static IEnumerable<string> Strings(JsonElement? array) => array is { } a ? a.EnumerateArray().Select(s => s.GetString()!) : [];

    private static string? Part(XElement test, string name) => test.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
