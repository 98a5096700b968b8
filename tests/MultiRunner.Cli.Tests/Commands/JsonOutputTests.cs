using MultiRunner.Core.Tests.Schemas;

namespace MultiRunner.Cli.Tests.Commands;

/// <summary>What the commands print as JSON is as the schemas in docs/schemas say.</summary>
public sealed class JsonOutputTests : IDisposable
{
    private readonly SweepOnDisk sweep = EverythingSweep.Create();

    public static TheoryData<string, string> Commands => new()
    {
        { "report --json", "report" },
        { "report --json --minimize loss --where point<2", "report" },
        { "status --json", "status" },
        { "best --json --top 9", "best" },
        { "show 0 --json", "show" },
        { "show 2 --json", "show" },
        { "show 4 --json", "show" },
        { "export --format json", "report" },
        { "compare . . --json --where state=finished --maximize accuracy --fail-on accuracy<0", "compare" },
    };

    public void Dispose() => sweep.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_property_that_a_command_prints_is_described(string line, string schema)
    {
        var printed = await Tool.Run(sweep.Time, line.Split(' '), directory: sweep.FullPath(""));

        Assert.Equal((0, ""), (printed.Code, printed.Error));
        PublishedSchema.Validates(schema, printed.Out);
    }

    [Fact]
    public void Each_schema_has_a_command() =>
        Assert.Equal(PublishedSchema.Names, Commands.Select(row => row.Data.Item2).Distinct().Order(StringComparer.Ordinal));
}
