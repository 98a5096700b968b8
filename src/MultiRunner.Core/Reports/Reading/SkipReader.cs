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
        var skipped = SkippedPoints.In(listing.Attempts)
            .Intersect(listing.Points)
            .Where(point => listing.StateOf(point).State == PointState.ToRun)
            .ToHashSet();
        var records = listing.Attempts.Where(name => SweepLayout.PointOfSkip(name) is { } point && skipped.Contains(point)).ToList();
        var skips = await source.ReadAll(records, filesAtATime, ReadSkip).ConfigureAwait(false);
        return records
            .Zip(skips, (name, skip) => (Point: SweepLayout.PointOfSkip(name)!.Value, Skip: skip))
            .GroupBy(s => s.Point, s => s.Skip)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ReportSkip>)[.. g.OrderBy(s => s.Started ?? DateTimeOffset.MaxValue)]);
    }

    // The name says that the point was skipped, so a record that cannot be read only lacks the reason.
    private static async ValueTask<ReportSkip> ReadSkip(ReportSource source, string name) =>
        await source.Read($"{SweepLayout.Attempts}/{name}", SweepJson.Readable.SkipRecord).ConfigureAwait(false) is { } record
            ? new ReportSkip(record.Reason, record.Worker, record.Started)
            : new ReportSkip("the reason is not known", "?", Started: null);
}
