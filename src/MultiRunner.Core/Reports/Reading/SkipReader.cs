using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the records of skips.</summary>
/// <param name="source">Reads the files.</param>
/// <param name="filesAtATime">How many are read at the same time.</param>
internal sealed class SkipReader(ReportSource source, int filesAtATime)
{
    /// <summary>The skips of each point of a report that is skipped, the oldest first.</summary>
    public async ValueTask<IReadOnlyDictionary<int, IReadOnlyList<ReportSkip>>> Read(SweepListing listing)
    {
        var records = listing.Attempts.Where(name => SweepLayout.SkipOf(name) is { } skip && listing.IsSkipped(skip.Point)).ToList();
        var skips = await source.ReadAll(records, filesAtATime, ReadSkip).ConfigureAwait(false);
        return records
            .Zip(skips, (name, skip) => (SweepLayout.SkipOf(name)!.Value.Point, Skip: skip))
            .GroupBy(s => s.Point, s => s.Skip)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ReportSkip>)[.. g.OrderBy(s => s.Started ?? DateTimeOffset.MaxValue)]);
    }

    // The name says that the point was skipped, so a record that cannot be read only lacks the reason.
    private static async ValueTask<ReportSkip> ReadSkip(ReportSource source, string name) =>
        await source.Read($"{SweepLayout.Attempts}/{name}", SweepJson.Readable.SkipRecord).ConfigureAwait(false) is { } record
            ? new ReportSkip(record.Reason, HostOf(name), record.Worker, record.Started)
            : new ReportSkip("the reason is not known", HostOf(name), "?", Started: null);

    private static string HostOf(string name) => SweepLayout.SkipOf(name)!.Value.Host;
}
