using System.Globalization;
using MultiRunner.Reports.Formatting;

namespace MultiRunner.Reports.Exporting;

/// <summary>
/// Test results as Visual Studio and <c>dotnet test --logger trx</c> write them. The names of the cases are those of
/// <c>dotnet test</c>, each point is a test of its sweep's class, and what a point came to is its output.
/// </summary>
internal sealed class TrxExport
{
    private const string Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    // The first is the id that every unit test has as its type, the others are those of the two lists that every file has.
    private const string UnitTestType = "13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b";
    private const string ResultsNotInAList = "8c84fa94-04c1-424b-9868-57a2d4851a1d";
    private const string AllLoadedResults = "19431567-8539-422a-85d7-44ee4e166bda";
    private const string Adapter = "executor://xunit/VsTestRunner3/netcore/";

    /// <summary>Outcomes that Visual Studio counts, and no point has.</summary>
    private static readonly string[] NeverOccur =
    [
        "error", "timeout", "aborted", "inconclusive", "passedButRunAborted", "notRunnable", "disconnected", "warning", "completed",
        "inProgress", "pending",
    ];

    private readonly IReadOnlyList<ExportedSweep> sweeps;
    private readonly XmlDocumentWriter xml;

    private TrxExport(IReadOnlyList<ExportedSweep> sweeps, XmlDocumentWriter xml) => (this.sweeps, this.xml) = (sweeps, xml);

    /// <summary>Writes one document for all sweeps.</summary>
    public static void Write(IReadOnlyList<ExportedSweep> sweeps, Stream stream)
    {
        using var xml = new XmlDocumentWriter(stream, Space);
        new TrxExport(sweeps, xml).WriteRun();
    }

    private void WriteRun()
    {
        var totals = ExportTotals.Of(sweeps);
        var names = string.Join(", ", sweeps.Select(sweep => sweep.Report.Sweep));
        var run = CaseId.Of([.. sweeps.Select(sweep => sweep.Report.Sweep), Time(totals.First)!]);
        xml.Element("TestRun", [("id", Text(run)), ("name", names)], () =>
        {
            xml.Element("Times",
            [
                ("creation", Time(totals.First)), ("queuing", Time(totals.First)),
                ("start", Time(totals.First)), ("finish", Time(totals.Last)),
            ]);
            xml.Element("Results", [], () => ForEach(WriteResult));
            xml.Element("TestDefinitions", [], () => ForEach(WriteDefinition));
            xml.Element("TestEntries", [], () => ForEach(WriteEntry));
            xml.Element("TestLists", [], () =>
            {
                xml.Element("TestList", [("name", "Results Not in a List"), ("id", ResultsNotInAList)]);
                xml.Element("TestList", [("name", "All Loaded Results"), ("id", AllLoadedResults)]);
            });
            WriteSummary(totals);
        });
    }

    private void ForEach(Action<ExportedSweep, ExportedCase> write)
    {
        foreach (var sweep in sweeps)
        {
            foreach (var each in sweep.Cases)
                write(sweep, each);
        }
    }

    private void WriteResult(ExportedSweep sweep, ExportedCase each) => xml.Element(
        "UnitTestResult",
        [
            ("executionId", Text(ExecutionOf(each))),
            ("testId", Text(each.Id)),
            ("testName", NameOf(sweep, each)),
            ("computerName", each.Host),
            ("duration", DurationOf(each)),
            ("startTime", Time(each.Started)),
            ("endTime", Time(each.Ended)),
            ("testType", UnitTestType),
            ("outcome", OutcomeOf(each.Outcome)),
            ("testListId", ResultsNotInAList),
            ("relativeResultsDirectory", Text(ExecutionOf(each))),
        ],
        () => xml.Element("Output", [], () => WriteOutput(sweep, each)));

    private void WriteOutput(ExportedSweep sweep, ExportedCase each)
    {
        xml.Text("StdOut", string.Join('\n', each.Lines));
        if (each.Earlier.Count > 0)
        {
            var lines = each.Earlier.Select(a => $"A failed attempt on {a.Worker}: {ExportedCase.MessageOf(a)}");
            xml.Text("StdErr", string.Join('\n', lines));
        }

        if (each.Message is null)
            return;
        xml.Element("ErrorInfo", [], () =>
        {
            xml.Text("Message", each.Message);
            xml.Text("StackTrace", sweep.StackOf(each.Failure));
        });
    }

    private void WriteDefinition(ExportedSweep sweep, ExportedCase each) => xml.Element(
        "UnitTest",
        [("name", NameOf(sweep, each)), ("storage", StorageOf(sweep)), ("id", Text(each.Id))],
        () =>
        {
            xml.Element("Execution", [("id", Text(ExecutionOf(each)))]);
            xml.Element("TestMethod",
            [
                ("codeBase", StorageOf(sweep)),
                ("adapterTypeName", Adapter),
                ("className", sweep.ClassName),
                ("name", sweep.MethodName),
            ]);
        });

    private void WriteEntry(ExportedSweep sweep, ExportedCase each) => xml.Element(
        "TestEntry", [("testId", Text(each.Id)), ("executionId", Text(ExecutionOf(each))), ("testListId", ResultsNotInAList)]);

    private void WriteSummary(ExportTotals totals)
    {
        var executed = totals.Passed + totals.Failed;
        (string, string?)[] counters =
        [
            ("total", Number(totals.All)),
            ("executed", Number(executed)),
            ("passed", Number(totals.Passed)),
            ("failed", Number(totals.Failed)),
            ("notExecuted", Number(totals.All - executed)),
        ];
        xml.Element(
            "ResultSummary",
            [("outcome", totals.Failed > 0 ? "Failed" : "Completed")],
            () => xml.Element("Counters", [.. counters, .. NeverOccur.Select(name => (name, (string?)"0"))]));
    }

    private static string NameOf(ExportedSweep sweep, ExportedCase each) => $"{sweep.FullName}({each.Arguments})";

    private static Guid ExecutionOf(ExportedCase each) =>
        CaseId.Of(Text(each.Id), Time(each.Started), each.Worker, OutcomeOf(each.Outcome));

    private static string? StorageOf(ExportedSweep sweep) => sweep.Assembly is { } name ? $"{name}.dll" : null;

    private static string? DurationOf(ExportedCase each) => each.Seconds is { } seconds && seconds < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture)
        : null;

    private static string OutcomeOf(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Passed => "Passed",
        CaseOutcome.Failed => "Failed",
        _ => "NotExecuted",
    };

    private static string Text(Guid id) => id.ToString("D");

    private static string Number(int number) => Display.Number(number);

    private static string? Time(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);
}
