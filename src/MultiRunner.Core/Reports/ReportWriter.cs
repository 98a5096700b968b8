using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Storage;

namespace MultiRunner.Reports;

/// <summary>
/// Reads a sweep and writes its report in every format. Several workers may do so at once: each file is written under a
/// name of the worker's own and renamed into place, so readers always see a whole one; the last one stays.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="worker">The worker's id.</param>
/// <param name="time">Says when the report was written.</param>
internal sealed class ReportWriter(ISharedDirectory directory, string worker, TimeProvider time)
{
    /// <summary>
    /// Writes <c>report.txt</c>, <c>.md</c>, <c>.csv</c> and <c>.json</c>. Never throws because of the file system: a report
    /// that cannot be written is a warning in what is returned, for nothing but the report is lost.
    /// </summary>
    public async ValueTask<WrittenReport> Write()
    {
        var report = await new SweepReportReader(directory, time).Read().ConfigureAwait(false);
        var text = TextReport.Print(report);
        try
        {
            await directory.CreateDirectory(SweepLayout.Report).ConfigureAwait(false);
            await Replace(SweepLayout.TextReport, text).ConfigureAwait(false);
            await Replace(SweepLayout.MarkdownReport, MarkdownReport.Print(report)).ConfigureAwait(false);
            await Replace(SweepLayout.CsvReport, CsvReport.Print(report)).ConfigureAwait(false);
            await Replace(SweepLayout.JsonReport, JsonReport.Print(report)).ConfigureAwait(false);
            return new WrittenReport(report, text);
        }
        catch (SharedDirectoryException e)
        {
            var problem = $"The report could not be written to '{SweepLayout.Report}': {e.Message}";
            report = report with { Warnings = [.. report.Warnings, problem] };
            return new WrittenReport(report, TextReport.Print(report)) { Problem = problem };
        }
    }

    private async ValueTask Replace(string path, string content)
    {
        var temporary = SweepLayout.TemporaryFor(path, worker);
        await directory.Write(temporary, Encoding.UTF8.GetBytes(content)).ConfigureAwait(false);

        // Refused on Windows while somebody has the old report open; the next one replaces it.
        if (!await directory.TryRename(temporary, path).ConfigureAwait(false))
            await directory.TryDelete(temporary).ConfigureAwait(false);
    }
}
