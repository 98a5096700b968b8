using System.Xml.Linq;

namespace MultiRunner.Cli.Tests.Running;

/// <summary>What <c>multirunner export --format trx</c> writes agrees with what the logger of <c>dotnet test</c> writes of the same run.</summary>
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
