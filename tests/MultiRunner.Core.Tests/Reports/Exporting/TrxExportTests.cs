using System.Globalization;
using System.Xml.Linq;
using MultiRunner.Core.Tests.Schemas;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Exporting;

public class TrxExportTests
{
    private static readonly XNamespace Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public async Task Each_point_is_one_test_in_its_final_state()
    {
        using var sweep = EverythingSweep.Create();

        var results = Results(await Exported.As("trx", sweep));

        Assert.Equal(
            ["n: 1: Passed", "n: 2: Passed", "n: 3: Failed", "n: 4: NotExecuted", "n: 5: NotExecuted", "n: 6: NotExecuted"],
            results.Select(r => $"{Attribute(r, "testName")!["Samples.Training.Train(".Length..^1]}: {Attribute(r, "outcome")}"));
        Assert.Equal(
            [null, null, "System.InvalidOperationException : The loss is NaN.\nThis is the last of 2 failed attempts.", "The point is running on alpha-4711-3fa2.", "Needs a GPU.", "The point has not run yet."],
            results.Select(r => r.Descendants(Space + "Message").SingleOrDefault()?.Value));
        Assert.Equal("   at Somewhere()", results[2].Descendants(Space + "StackTrace").Single().Value);
        Assert.Equal("accuracy = 0.9\nloss = NaN\noptimizer = adam\npoint 0 on alpha-4711-3fa2", results[0].Descendants(Space + "StdOut").Single().Value);
        Assert.Equal("A failed attempt on beta-1709-9bc0: System.TimeoutException : No answer.", results[0].Descendants(Space + "StdErr").Single().Value);
    }

    [Fact]
    public async Task A_test_has_its_host_and_its_times()
    {
        using var sweep = EverythingSweep.Create();

        var results = Results(await Exported.As("trx", sweep));

        Assert.Equal(["alpha", "beta", "alpha", "alpha", null, null], results.Select(r => Attribute(r, "computerName")));
        Assert.Equal("00:00:01", Attribute(results[0], "duration"));
        Assert.Equal(SweepOnDisk.Start, Time(results[0], "startTime"));
        Assert.Equal(SweepOnDisk.Start.AddSeconds(1), Time(results[0], "endTime"));
        Assert.Equal(SweepOnDisk.Start.AddMinutes(1), Time(results[2], "startTime"));
        Assert.Null(Attribute(results[5], "startTime"));
    }

    [Fact]
    public async Task Results_definitions_and_entries_belong_together_and_the_counters_agree()
    {
        using var sweep = EverythingSweep.Create();
        using var other = SampleSweeps.Complete();

        var run = XDocument.Parse(await Exported.As("trx", sweep, other)).Root!;

        var results = run.Descendants(Space + "UnitTestResult").Select(r => (Attribute(r, "testId"), Attribute(r, "executionId"))).ToList();
        Assert.Equal(24, results.Distinct().Count());
        Assert.Equal(results, run.Descendants(Space + "UnitTest").Select(t => (Attribute(t, "id"), Attribute(t.Element(Space + "Execution")!, "id"))));
        Assert.Equal(results, run.Descendants(Space + "TestEntry").Select(e => (Attribute(e, "testId"), Attribute(e, "executionId"))));
        var lists = run.Descendants(Space + "TestList").Select(list => Attribute(list, "id")).ToList();
        Assert.All(run.Descendants(Space + "TestEntry"), entry => Assert.Contains(Attribute(entry, "testListId"), lists));
        var counters = run.Descendants(Space + "Counters").Single();
        Assert.Equal(
            ["24", "21", "20", "1", "3"],
            new[] { "total", "executed", "passed", "failed", "notExecuted" }.Select(name => Attribute(counters, name)));
        Assert.Equal("Failed", Attribute(run.Element(Space + "ResultSummary")!, "outcome"));
        Assert.Equal("PenguinTrees.Training", Attribute(run.Descendants(Space + "TestMethod").Last(), "className"));
    }

    [Fact]
    public async Task Two_exports_of_a_sweep_are_alike()
    {
        using var sweep = EverythingSweep.Create();

        Assert.Equal(await Exported.As("trx", sweep), await Exported.As("trx", sweep));
    }

    [Fact]
    public async Task Texts_that_XML_cannot_hold_are_escaped()
    {
        using var sweep = Exported.Hostile();

        var results = Results(await Exported.As("trx", sweep));

        Assert.Equal("a<b&\"c\" = 1\na\\u0001b = ]]>\\u0000\uFFFD\npoint 0 on alpha-4711-3fa2", results[0].Descendants(Space + "StdOut").Single().Value);
        Assert.EndsWith("🐧\r\nsecond", results[1].Descendants(Space + "Message").Single().Value, StringComparison.Ordinal);
    }

    private static List<XElement> Results(string trx) => [.. XDocument.Parse(trx).Descendants(Space + "UnitTestResult")];

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    private static DateTimeOffset Time(XElement element, string name) =>
        DateTimeOffset.Parse(Attribute(element, name)!, CultureInfo.InvariantCulture);
}
