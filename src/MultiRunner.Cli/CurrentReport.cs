using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Cli;

/// <summary>The report of a sweep for commands that write none.</summary>
internal static class CurrentReport
{
    /// <summary>
    /// Reads it: from the last one that was written, if that still tells of the directory as it is, and from all results otherwise.
    /// </summary>
    public static async ValueTask<SweepReport> Read(ISharedDirectory directory, TimeProvider time)
    {
        var reader = new SweepReportReader(directory, time);
        return await reader.TryReadWritten() ?? await reader.Read();
    }
}
