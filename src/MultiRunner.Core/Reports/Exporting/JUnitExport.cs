using System.Globalization;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Exporting;

/// <summary>
/// Test results as JUnit and Maven Surefire write them, for Jenkins, GitLab and the like: a suite for each sweep. A failed attempt at a
/// point that passed is a <c>flakyFailure</c>, and one before the last of a point that failed a <c>rerunFailure</c>.
/// </summary>
internal sealed class JUnitExport
{
    private readonly XmlDocumentWriter xml;

    private JUnitExport(XmlDocumentWriter xml) => this.xml = xml;

    /// <summary>Writes one document for all sweeps.</summary>
    public static void Write(IReadOnlyList<ExportedSweep> sweeps, Stream stream)
    {
        using var xml = new XmlDocumentWriter(stream);
        var export = new JUnitExport(xml);
        var totals = ExportTotals.Of(sweeps);
        xml.Element("testsuites", Counts("MultiRunner.Xunit", totals), () =>
        {
            foreach (var sweep in sweeps)
                export.WriteSuite(sweep);
        });
    }

    private void WriteSuite(ExportedSweep sweep)
    {
        var totals = ExportTotals.Of(sweep);
        (string, string?)[] attributes =
        [
            .. Counts(sweep.Report.Sweep, totals),
            ("skipped", Display.Number(totals.Skipped + totals.Pending)),
            ("timestamp", totals.First.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)),
        ];
        xml.Element("testsuite", attributes, () =>
        {
            xml.Element("properties", [], () => WriteProperties(sweep.Report));
            foreach (var each in sweep.Cases)
                WriteCase(sweep, each);
        });
    }

    private void WriteProperties(SweepReport report)
    {
        Property("written", report.Written.ToString("O", CultureInfo.InvariantCulture));
        if (report.Objective is { } objective)
            Property(objective.Maximize ? "maximize" : "minimize", objective.Metric);
        foreach (var build in report.Builds)
            Property("build", $"{build.Build.Name} {build.Build.Text}");
        foreach (var worker in report.Workers)
            Property("worker", worker.Id);
        foreach (var warning in report.Warnings)
            Property("warning", warning);

        void Property(string name, string value) => xml.Element("property", [("name", name), ("value", value)]);
    }

    private void WriteCase(ExportedSweep sweep, ExportedCase each) => xml.Element(
        "testcase",
        [("name", $"{sweep.MethodName}({each.Arguments})"), ("classname", sweep.ClassName), ("time", Seconds(each.Seconds ?? 0))],
        () =>
        {
            if (each.Outcome == CaseOutcome.Failed)
                WriteFailure(each, sweep.StackOf(each.Failure));
            else if (each.Outcome != CaseOutcome.Passed)
                xml.Element("skipped", [("message", each.Message)]);
            if (each.Outcome is CaseOutcome.Passed or CaseOutcome.Failed)
                WriteEarlier(sweep, each);
            xml.Text("system-out", string.Join('\n', each.Lines));
        });

    private void WriteFailure(ExportedCase each, string? stack) => xml.Element(
        "failure",
        [("type", each.Failure?.Type), ("message", each.Message)],
        () => xml.Text(stack is null ? each.Message! : $"{each.Message}\n{stack}"));

    private void WriteEarlier(ExportedSweep sweep, ExportedCase each)
    {
        foreach (var attempt in each.Earlier)
        {
            xml.Element(
                each.Outcome == CaseOutcome.Passed ? "flakyFailure" : "rerunFailure",
                [("type", attempt.Type), ("message", ExportedCase.MessageOf(attempt))],
                () =>
                {
                    xml.Text("stackTrace", sweep.StackOf(attempt));
                    xml.Text("system-out", attempt.Worker);
                });
        }
    }

    private static (string, string?)[] Counts(string name, ExportTotals totals) =>
    [
        ("name", name),
        ("tests", Display.Number(totals.All)),
        ("failures", Display.Number(totals.Failed)),
        ("errors", "0"),
        ("time", Seconds(totals.Seconds)),
    ];

    private static string Seconds(double seconds) => seconds.ToString("F3", CultureInfo.InvariantCulture);
}
