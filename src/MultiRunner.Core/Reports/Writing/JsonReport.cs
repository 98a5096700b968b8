using System.Text.Json;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Writing;

/// <summary>The whole report for a program. NaN and infinities are texts. Its lines end with '\n' on every system.</summary>
internal static class JsonReport
{
    /// <summary>Prints the report.</summary>
    public static string Print(SweepReport report) =>
        JsonSerializer.Serialize(Complete(report), ReportJson.Readable.SweepReport) + "\n";

    /// <summary>Writes the same, as UTF-8, without ever holding it whole: with many points it is large.</summary>
    public static void Write(SweepReport report, Stream stream)
    {
        JsonSerializer.Serialize(stream, Complete(report), ReportJson.Readable.SweepReport);
        stream.WriteByte((byte)'\n');
    }

    private static SweepReport Complete(SweepReport report) => report with
    {
        Fingerprint = ReportFingerprint.Of(report),
        Headline = ReportSentences.Headline(report),
    };
}
