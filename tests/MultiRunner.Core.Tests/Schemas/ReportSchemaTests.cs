using System.Text.Json.Nodes;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Schemas;

/// <summary>report.json is as docs/schemas/report.schema.json says.</summary>
public class ReportSchemaTests
{
    public static TheoryData<string> Samples => [.. Sweeps.Keys];

    private static Dictionary<string, Func<SweepOnDisk>> Sweeps { get; } = new()
    {
        ["complete"] = SampleSweeps.Complete,
        ["troubled"] = SampleSweeps.Troubled,
        ["without objective"] = SampleSweeps.WithoutObjective,
        ["just begun"] = SampleSweeps.JustBegun,
        ["repeated"] = SampleSweeps.Repeated,
        ["drawn"] = SampleSweeps.Drawn,
        ["awkward"] = SampleSweeps.Awkward,
        ["crowded"] = SampleSweeps.Crowded,
        ["everything"] = EverythingSweep.Create,
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Each_property_of_a_report_is_described(string sample)
    {
        using var sweep = Sweeps[sample]();

        PublishedSchema.Validates("report", JsonReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task A_property_that_nobody_described_does_not_pass()
    {
        using var sweep = SampleSweeps.Complete();
        var report = JsonNode.Parse(JsonReport.Print(await sweep.Read()))!;
        report["points"]![3]!["colour"] = "red";

        var failure = Assert.ThrowsAny<Exception>(() => PublishedSchema.Validates("report", report.ToJsonString()));

        Assert.Contains("/points/3/colour", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A description of a property that no report has would be a name that has changed.</summary>
    [Fact]
    public async Task Each_described_property_of_a_point_is_in_the_sweep_that_has_everything()
    {
        using var sweep = EverythingSweep.Create();
        var report = JsonNode.Parse(JsonReport.Print(await sweep.Read()))!;

        var written = report["points"]!.AsArray().SelectMany(point => point!.AsObject().Select(p => p.Key)).ToHashSet();

        Assert.Equal(PublishedSchema.PropertiesOf("report", "point").Order(), written.Order());
    }
}
