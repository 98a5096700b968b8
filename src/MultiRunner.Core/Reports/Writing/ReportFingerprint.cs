using System.Text;
using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Writing;

/// <summary>
/// Tells by a few small files whether the report that lies in a sweep directory is what would be written now, so that a worker that finds
/// all points finished needs as little time and memory for many points as for few.
/// </summary>
internal static class ReportFingerprint
{
    /// <summary>
    /// The fingerprint of a report; null when it has none. One that lacks its best point has none, since whoever takes it over tells why,
    /// and that is not in its head.
    /// </summary>
    public static string? Of(SweepReport report) => report.LacksBest || report.Basis is null || report.Surroundings is null
        ? null
        : Of(report.Basis, report.Surroundings, TextReport.Print(report));

    /// <summary>
    /// The text of the report that lies there, as this process would print it; null when it is not what would be written now, or one of
    /// its files is missing. The text is in the fingerprint, since of two workers that write at the same time one may have written
    /// <c>report.txt</c> last, and died before it wrote <c>report.json</c>.
    /// </summary>
    public static async ValueTask<string?> TryReadText(ISharedDirectory directory, ReportLook look)
    {
        if (look.Head.Fingerprint is not { } fingerprint || look.Surroundings is null)
            return null;
        var there = await directory.List(SweepLayout.Report).ConfigureAwait(false);
        if (SweepLayout.ReportFiles.Any(path => !there.Contains(path[(SweepLayout.Report.Length + 1)..])))
            return null;
        if (await directory.TryRead(SweepLayout.TextReport).ConfigureAwait(false) is not { } bytes)
            return null;
        var text = Encoding.UTF8.GetString(bytes);
        return fingerprint == Of(look.Head.Basis, look.Surroundings, text) ? TextReport.At(directory.Root, text) : null;
    }

    /// <summary>The place of the report is left out. Each machine may see it at a path of its own.</summary>
    private static string Of(string basis, string surroundings, string text) =>
        TextDigest.Of(basis, surroundings, TextReport.WithoutPlace(text));
}
