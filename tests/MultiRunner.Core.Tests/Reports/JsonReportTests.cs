using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class JsonReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Sweep_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Sweep_of_drawn_points()
    {
        using var sweep = SampleSweeps.Drawn();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(JsonReport.Print(await sweep.Read()), "json");
    }
}
