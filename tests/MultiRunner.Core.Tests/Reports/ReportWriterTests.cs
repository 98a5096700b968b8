using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports;
using MultiRunner.Reports.Writing;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Reports;

public class ReportWriterTests
{
    [Fact]
    public async Task Every_format_is_written_and_the_text_is_returned()
    {
        using var sweep = SampleSweeps.Complete();
        var written = await new ReportWriter(sweep.Files, SampleSweeps.NodeA, sweep.Time).Write();
        Assert.Equal(["report.csv", "report.html", "report.json", "report.md", "report.txt"], (await sweep.Files.List(SweepLayout.Report)).Order());
        Assert.Equal(written.Text, await File.ReadAllTextAsync(sweep.FullPath(SweepLayout.TextReport), TestContext.Current.CancellationToken));
        Assert.Equal(JsonReport.Print(written.Made!.Report), await File.ReadAllTextAsync(sweep.FullPath(SweepLayout.JsonReport), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Several_workers_may_write_at_the_same_time()
    {
        using var sweep = SampleSweeps.Complete();

        // On Windows a file that somebody is replacing may be refused for a moment.
        var files = new RetryingDirectory(sweep.Files, TimeProvider.System);
        await Parallel.ForAsync(0, 40, TestContext.Current.CancellationToken, async (i, _) =>
        {
            await new ReportWriter(files, $"w{i % 8}-{i}", sweep.Time).WriteAnew();
            Assert.EndsWith("}\n", Encoding.UTF8.GetString((await files.TryRead(SweepLayout.JsonReport))!), StringComparison.Ordinal);
        });
        Assert.Equal(5, (await sweep.Files.List(SweepLayout.Report)).Count);
    }

    [Fact]
    public async Task Lines_end_alike_on_every_system()
    {
        using var sweep = SampleSweeps.Troubled();
        var report = await sweep.Read();
        foreach (var text in new[] { TextReport.Print(report), MarkdownReport.Print(report), CsvReport.Print(report), JsonReport.Print(report) })
        {
            Assert.DoesNotContain('\r', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }
}
