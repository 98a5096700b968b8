using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class MarkdownReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Sweep_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Sweep_of_drawn_points()
    {
        using var sweep = SampleSweeps.Drawn();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(MarkdownReport.Print(await sweep.ReadAtKnownPath()), "md");
    }
}
