using System.Xml.Linq;
using MultiRunner.Core.Tests.Schemas;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Exporting;

public class JUnitExportTests
{
    /// <summary>What Jenkins and Maven Surefire describe: each element with its attributes, and the elements that may be in it.</summary>
    private static readonly Dictionary<string, (string[] Attributes, string[] Children)> Described = new()
    {
        ["testsuites"] = (["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors", "skipped", "time", "timestamp"], ["properties", "testcase"]),
        ["properties"] = ([], ["property"]),
        ["property"] = (["name", "value"], []),
        ["testcase"] = (["name", "classname", "time"], ["failure", "skipped", "flakyFailure", "rerunFailure", "system-out"]),
        ["failure"] = (["type", "message"], []),
        ["skipped"] = (["message"], []),
        ["flakyFailure"] = (["type", "message"], ["stackTrace", "system-out"]),
        ["rerunFailure"] = (["type", "message"], ["stackTrace", "system-out"]),
        ["stackTrace"] = ([], []),
        ["system-out"] = ([], []),
    };

    [Fact]
    public async Task Each_point_is_one_case_in_the_suite_of_its_sweep()
    {
        using var sweep = EverythingSweep.Create();
        using var other = SampleSweeps.Complete();

        var suites = XDocument.Parse(await Exported.As("junit", sweep, other)).Root!.Elements("testsuite").ToList();

        Assert.Equal(["Samples.Training.Train: 6, 1, 0, 3, 3.500", "PenguinTrees.Training.Train: 18, 0, 0, 0, 72.990"], suites.Select(Numbers));
        var cases = suites[0].Elements("testcase").ToList();
        Assert.Equal(
            ["Train(n: 1):flakyFailure", "Train(n: 2):", "Train(n: 3):failure,rerunFailure", "Train(n: 4):skipped", "Train(n: 5):skipped", "Train(n: 6):skipped"],
            cases.Select(c => $"{c.Attribute("name")!.Value}:{string.Join(',', c.Elements().Select(e => e.Name.LocalName).Where(name => name != "system-out"))}"));
        Assert.All(cases, c => Assert.Equal("Samples.Training", c.Attribute("classname")!.Value));
        Assert.Equal("Needs a GPU.", cases[4].Element("skipped")!.Attribute("message")!.Value);
        Assert.Equal("System.InvalidOperationException", cases[2].Element("failure")!.Attribute("type")!.Value);
        Assert.Contains("\n   at Somewhere()", cases[2].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("accuracy = 0.9\n", cases[0].Element("system-out")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_stands_in_it_that_readers_do_not_know()
    {
        using var sweep = EverythingSweep.Create();
        using var hostile = Exported.Hostile();

        var document = XDocument.Parse(await Exported.As("junit", sweep, hostile));

        foreach (var element in document.Descendants())
        {
            var (attributes, children) = Described[element.Name.LocalName];
            Assert.Empty(element.Attributes().Select(a => a.Name.LocalName).Except(attributes));
            Assert.Empty(element.Elements().Select(e => e.Name.LocalName).Except(children));
        }
    }

    private static string Numbers(XElement suite) =>
        $"{suite.Attribute("name")!.Value}: {string.Join(", ", new[] { "tests", "failures", "errors", "skipped", "time" }.Select(name => suite.Attribute(name)!.Value))}";
}
