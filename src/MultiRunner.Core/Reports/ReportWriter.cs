using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Page;
using MultiRunner.Reports.Reading;
using MultiRunner.Reports.Writing;
using MultiRunner.Storage;

namespace MultiRunner.Reports;

/// <summary>
/// Writes the report of a sweep in every format: <c>report.txt</c>, <c>.md</c>, <c>.html</c>, <c>.csv</c> and <c>.json</c>. Several
/// workers may do so at once: each file is written under a name of the worker's own and renamed into place, so readers always see a whole
/// one; the last one stays.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="worker">The worker's id.</param>
/// <param name="time">Says when the report was written.</param>
/// <param name="options">How the directory is read; null stands for the usual way.</param>
internal sealed class ReportWriter(ISharedDirectory directory, string worker, TimeProvider time, ReadingOptions? options = null)
{
    /// <summary>How long a worker waits for the one that is making the report, and for how much longer a point.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PatienceForPoint = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// For how many others a worker waits, one after the other: for one that dies and for the one that takes its place. Where no
    /// report can be taken over, such as when a result cannot be read, all would otherwise make theirs one after the other.
    /// </summary>
    private const int MostWaits = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly SweepReportReader reader = new(directory, time, options);
    private readonly ReportTurn turn = new(directory, worker);

    /// <summary>
    /// Returns the report as of now, for a worker whose points are done. When workers finish together, one of them reads all
    /// results and writes the report; the others take the points from what it wrote, and write again only when the workers' own
    /// rows have changed since. A worker that has found nothing to run has no row: it shows what lies there. Nothing depends on the
    /// one that writes: when it dies, another one does the same after a while. Never throws because of the file system.
    /// </summary>
    public async ValueTask<ShownReport> Write()
    {
        try
        {
            // Looked at twice: whoever had the turn before this worker may have written the report after the first look.
            if (await TryTakeOver().ConfigureAwait(false) is { } written)
                return written;
            if (await WaitForTurn().ConfigureAwait(false) is { } waitedFor)
                return waitedFor;
            return await TryTakeOver().ConfigureAwait(false) ?? Shown(await WriteAnew().ConfigureAwait(false));
        }
        catch (SharedDirectoryException)
        {
            // Whoever may not announce itself makes the report on its own; what is wrong will be among its warnings.
            return Shown(await WriteAnew().ConfigureAwait(false));
        }
        finally
        {
            await TryGiveBack().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Reads everything and writes the report. Never throws because of the file system: a report that cannot be written is a
    /// warning in what is returned, for nothing but the report is lost.
    /// </summary>
    public async ValueTask<WrittenReport> WriteAnew() => await Write(await reader.Read().ConfigureAwait(false)).ConfigureAwait(false);

    /// <summary>The report that another worker wrote, if it still tells of the directory as it is; null otherwise.</summary>
    private async ValueTask<ShownReport?> TryTakeOver()
    {
        if (await reader.TryLook().ConfigureAwait(false) is not { } look)
            return null;
        if (await ReportFingerprint.TryReadText(directory, look).ConfigureAwait(false) is { } text)
            return new ShownReport(text, look.Head.Headline, Made: null);
        if (await reader.TryReadWritten(look).ConfigureAwait(false) is not var (report, isAsWritten))
            return null;

        // A report with a fingerprint would have been shown already if all of it were right.
        return Shown(isAsWritten && look.Head.Fingerprint is null
            ? new WrittenReport(report, TextReport.Print(report))
            : await Write(report).ConfigureAwait(false));
    }

    private static ShownReport Shown(WrittenReport made) => new(made.Text, ReportSentences.Headline(made.Report), made);

    /// <summary>Waits until another worker has made the report. Null: this one should make it.</summary>
    private async ValueTask<ShownReport?> WaitForTurn()
    {
        string? other = null;
        var waits = 0;
        var since = time.GetTimestamp();
        var patience = Patience;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await turn.TryTake().ConfigureAwait(false) is not { } holder)
                return null;
            if (holder != other)
            {
                if (++waits > MostWaits)
                    return null;
                (other, since) = (holder, time.GetTimestamp());
                patience = Patience + PatienceForPoint * (await directory.List(SweepLayout.Ini).ConfigureAwait(false)).Count;
            }
            else if (time.GetElapsedTime(since) > patience)
            {
                await turn.Revoke(holder).ConfigureAwait(false);
            }

            await Task.Delay(pause, time).ConfigureAwait(false);
            if (await TryTakeOver().ConfigureAwait(false) is { } written)
                return written;
        }
    }

    private async ValueTask<WrittenReport> Write(SweepReport report)
    {
        var text = TextReport.Print(report);
        try
        {
            await directory.CreateDirectory(SweepLayout.Report).ConfigureAwait(false);
            await Replace(SweepLayout.TextReport, text).ConfigureAwait(false);
            await Replace(SweepLayout.MarkdownReport, MarkdownReport.Print(report)).ConfigureAwait(false);
            await Replace(SweepLayout.HtmlReport, stream => HtmlReport.Write(report, stream)).ConfigureAwait(false);
            await Replace(SweepLayout.CsvReport, stream => CsvReport.Write(report, stream)).ConfigureAwait(false);

            // The last one, since others take over what it says: by then the other files are there, too.
            await Replace(SweepLayout.JsonReport, stream => JsonReport.Write(report, stream)).ConfigureAwait(false);
            return new WrittenReport(report, text);
        }
        catch (SharedDirectoryException e)
        {
            var problem = $"The report could not be written to '{SweepLayout.Report}': {e.Message}";
            report = report with { Warnings = [.. report.Warnings, problem], Directory = null };
            return new WrittenReport(report, TextReport.Print(report)) { Problem = problem };
        }
    }

    private async ValueTask Replace(string path, string content) =>
        await directory.Replace(path, Encoding.UTF8.GetBytes(content), worker, durable: false).ConfigureAwait(false);

    private async ValueTask Replace(string path, Action<Stream> content) =>
        await directory.Replace(path, content, worker).ConfigureAwait(false);

    private async ValueTask TryGiveBack()
    {
        try
        {
            await turn.GiveBack().ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // The file stays; others lose their patience with it.
        }
    }
}
