using MultiRunner.Reports;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class CsvReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = Sweeps.Complete();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = Sweeps.Troubled();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = Sweeps.WithoutObjective();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = Sweeps.JustBegun();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = Sweeps.Awkward();
        Snapshot.Match(CsvReport.Print(await sweep.Read()), "csv");
    }
}
