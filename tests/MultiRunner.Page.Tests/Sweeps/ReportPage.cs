using System.Text.Json;
using MultiRunner.Core.Tests.Reports;
using MultiRunner.Format;
using MultiRunner.Reports;

namespace MultiRunner.Page.Tests.Sweeps;

/// <summary>The page of a sweep directory and, to compare it with, the report.json beside it.</summary>
internal sealed class ReportPage : IDisposable
{
    private readonly SweepOnDisk sweep;
    private readonly JsonDocument report;

    private ReportPage(SweepOnDisk sweep)
    {
        this.sweep = sweep;
        report = JsonDocument.Parse(System.IO.File.ReadAllBytes(sweep.FullPath(SweepLayout.JsonReport)));
    }

    /// <summary>The full path of the page.</summary>
    public string File => sweep.FullPath(SweepLayout.HtmlReport);

    /// <summary>The full path of the text report beside it.</summary>
    public string TextReport => sweep.FullPath(SweepLayout.TextReport);

    public JsonElement Report => report.RootElement;

    /// <summary>Writes the report of a sweep as a worker does at its end.</summary>
    public static async Task<ReportPage> Of(SweepOnDisk sweep)
    {
        var written = await new ReportWriter(sweep.Files, Workers.Alpha, sweep.Time).WriteAnew();
        Assert.Null(written.Problem);
        return new ReportPage(sweep);
    }

    public void Dispose()
    {
        report.Dispose();
        sweep.Dispose();
    }
}
