using System.Text.Json;
using System.Xml.Linq;

namespace MultiRunner.Cli.Tests.Running;

/// <summary>What <c>multirunner export</c> writes agrees with what others write of the same run: the logger of <c>dotnet test</c>, and xunit.</summary>
public sealed class ExportedResultsTests
{
    private static readonly XNamespace Space = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    [Fact]
    public async Task Names_outcomes_and_structure_are_those_of_the_logger_of_dotnet_test()
    {
        using var tree = new SweepTree();
        var file = Path.Combine(tree.Path, "run.trx");
        await using var run = ToolProcess.OfLoggedSubjects("FullyQualifiedName~Subjects.Failures.One_attempt", $"trx;LogFileName={file}");
        await run.Exit();
        var logged = XDocument.Load(file);

        var export = await Tool.Run(TimeProvider.System, ["export", run.Sweeps, "--format", "trx"]);
        var exported = XDocument.Parse(export.Out);

        Assert.Equal(3, Results(logged).Count);
        Assert.Equal(Results(logged), Results(exported));
        Assert.Empty(Paths(exported).Except(Paths(logged)));
    }

    [Fact]
    public async Task Names_and_outcomes_are_those_that_xunit_writes_as_JUnit_and_CTRF()
    {
        using var tree = new SweepTree();
        var (junit, ctrf, sweeps) = (Path.Combine(tree.Path, "junit.xml"), Path.Combine(tree.Path, "ctrf.json"), Path.Combine(tree.Path, "sweeps"));
        await ToolProcess.RunSubjects("FullyQualifiedName~Subjects.Failures.One_attempt", sweeps, "-result-junit", junit, "-result-ctrf", ctrf);

        var ofXunit = Cases(XDocument.Load(junit), testCase => testCase.Attribute("name")!.Value);
        var exported = await Tool.Run(TimeProvider.System, ["export", sweeps, "--format", "junit"]);
        Assert.Equal(3, ofXunit.Count);
        Assert.Equal(ofXunit, Cases(XDocument.Parse(exported.Out), testCase => $"{testCase.Attribute("classname")!.Value}.{testCase.Attribute("name")!.Value}"));

        var logged = Tests(await File.ReadAllTextAsync(ctrf, TestContext.Current.CancellationToken));
        Assert.Equal(3, logged.Count);
        Assert.Equal(logged, Tests((await Tool.Run(TimeProvider.System, ["export", sweeps, "--format", "ctrf"])).Out));
    }

    private static List<string> Cases(XDocument junit, Func<XElement, string> name) =>
    [
        .. junit.Descendants("testcase")
            .Select(c => $"{name(c)}: {(c.Element("failure") is not null ? "failed" : c.Element("skipped") is not null ? "skipped" : "passed")}")
            .Order(StringComparer.Ordinal),
    ];

    private static List<string> Tests(string ctrf)
    {
        using var document = JsonDocument.Parse(ctrf);
        return
        [
            .. document.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray()
                .Select(test => $"{test.GetProperty("name").GetString()}: {test.GetProperty("status").GetString()}").Order(StringComparer.Ordinal),
        ];
    }

    private static List<string> Results(XDocument trx) =>
    [
        .. trx.Descendants(Space + "UnitTestResult").Select(r => $"{r.Attribute("testName")!.Value}: {r.Attribute("outcome")!.Value}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Each element with the elements around it, and each of its attributes.</summary>
    private static HashSet<string> Paths(XDocument trx) =>
    [
        .. trx.Descendants().SelectMany(element => element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => $"@{a.Name}").Prepend("")
            .Select(attribute => string.Join('/', element.AncestorsAndSelf().Reverse().Select(e => e.Name.LocalName)) + attribute)),
    ];
}
