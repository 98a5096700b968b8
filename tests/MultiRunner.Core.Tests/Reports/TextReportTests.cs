using MultiRunner.Reports;
using MultiRunner.Sweeps;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = Sweeps.Complete();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = Sweeps.Troubled();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = Sweeps.WithoutObjective();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = Sweeps.JustBegun();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Objective_that_no_result_has()
    {
        using var sweep = Sweeps.Complete();
        Snapshot.Match(TextReport.Print(await sweep.Read(new Objective("f1", Maximize: true))));
    }

    [Fact]
    public async Task Sweep_with_more_of_everything_than_one_wants_to_read()
    {
        using var sweep = Sweeps.Crowded();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = Sweeps.Awkward();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }
}
