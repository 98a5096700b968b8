using MultiRunner.Format;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Objective_that_no_result_has()
    {
        using var sweep = SampleSweeps.Complete();
        sweep.Edit(m => m with { Objective = new Objective("f1", Maximize: true) });
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Sweep_with_more_of_everything_than_one_wants_to_read()
    {
        using var sweep = SampleSweeps.Crowded();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(TextReport.Print(await sweep.Read()));
    }
}
