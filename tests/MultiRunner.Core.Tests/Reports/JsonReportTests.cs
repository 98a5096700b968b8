using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class JsonReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Sweep_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Sweep_of_drawn_points()
    {
        using var sweep = SampleSweeps.Drawn();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(await Print(sweep), "json");
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(await Print(sweep), "json");
    }

    /// <summary>The fingerprint depends on the build of the library.</summary>
    private static async Task<string> Print(SweepOnDisk sweep)
    {
        var lines = JsonReport.Print(await sweep.Read()).Split('\n');
        return string.Join('\n', lines.Where(line => !line.StartsWith("  \"fingerprint\"", StringComparison.Ordinal)));
    }
}
