using System.Runtime.CompilerServices;
using System.Text;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class TextReportTests
{
    [Fact]
    public async Task Complete_sweep()
    {
        using var sweep = SampleSweeps.Complete();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_with_repeats()
    {
        using var sweep = SampleSweeps.Repeated();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_of_drawn_points()
    {
        using var sweep = SampleSweeps.Drawn();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_in_trouble()
    {
        using var sweep = SampleSweeps.Troubled();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_without_objective()
    {
        using var sweep = SampleSweeps.WithoutObjective();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_that_has_just_begun()
    {
        using var sweep = SampleSweeps.JustBegun();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Objective_that_no_result_has()
    {
        using var sweep = SampleSweeps.Complete();
        sweep.Edit(m => m with { Objective = new Objective("f1", Maximize: true) });
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Sweep_with_more_of_everything_than_one_wants_to_read()
    {
        using var sweep = SampleSweeps.Crowded();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task Awkward_texts()
    {
        using var sweep = SampleSweeps.Awkward();
        Snapshot.Match(TextReport.Print(await sweep.ReadAtKnownPath()));
    }

    [Fact]
    public async Task The_example_of_the_documentation_is_a_report()
    {
        using var sweep = SampleSweeps.Repeated();
        var report = TextReport.Print(await sweep.ReadAtKnownPath());
        var beginning = report[..report.IndexOf("\n2 workers, busy", StringComparison.Ordinal)].TrimEnd();
        var indented = string.Join('\n', beginning.Split('\n').Select(line => line.Length == 0 ? "" : $"    {line}"));
        Assert.Contains($"\n{indented}\n", Documentation(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_a_file_says_nothing_to_the_terminal()
    {
        using var sweep = SampleSweeps.Complete();
        sweep.Edit(m => m with { Objective = null });
        var path = sweep.FullPath(SweepLayout.Result(0));
        var result = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        sweep.Write(SweepLayout.Result(0), Encoding.UTF8.GetBytes(result.Replace("\"accuracy\"", "\"accu\\u001b[31mracy\"", StringComparison.Ordinal)));
        sweep.Worker(SampleSweeps.NodeC, 0, 0, 0, "run\u001bning");
        var report = await sweep.Read();
        var status = await new SweepStatusReader(sweep.Files, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time).Read();
        Assert.Contains(report.Metrics, name => name.Contains('\u001b', StringComparison.Ordinal));
        Assert.Contains(status.Workers, worker => worker.State.Contains('\u001b', StringComparison.Ordinal));
        Assert.All([TextReport.Print(report), MarkdownReport.Print(report), StatusText.Print(status)], text => Assert.DoesNotContain('\u001b', text));
    }

    private static string Documentation([CallerFilePath] string source = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "..", "docs", "reports.md"));
}
