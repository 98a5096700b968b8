using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the records of failed attempts.</summary>
/// <param name="source">Reads the files.</param>
/// <param name="filesAtATime">How many are read at the same time.</param>
internal sealed class FailureReader(ReportSource source, int filesAtATime)
{
    /// <summary>
    /// The failed attempts of each of the <paramref name="points"/> that has any. The oldest comes first; those of unknown time come
    /// last.
    /// </summary>
    /// <param name="names">The names of all records.</param>
    /// <param name="points">The points of the report.</param>
    public async ValueTask<IReadOnlyDictionary<int, IReadOnlyList<ReportFailure>>> Read(
        IReadOnlyList<string> names, IReadOnlyList<int> points)
    {
        var counted = points.ToHashSet();
        var records = names.Where(name => SweepLayout.PointOfAttempt(name) is { } point && counted.Contains(point)).ToList();
        var failures = await source.ReadAll(records, filesAtATime, ReadFailure).ConfigureAwait(false);
        return records
            .Zip(failures, (name, failure) => (Point: SweepLayout.PointOfAttempt(name)!.Value, Failure: failure))
            .Where(f => f.Failure is not null)
            .GroupBy(f => f.Point, f => f.Failure!)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ReportFailure>)[.. g.OrderBy(f => f.Started ?? DateTimeOffset.MaxValue)]);
    }

    private static async ValueTask<ReportFailure?> ReadFailure(ReportSource source, string name)
    {
        var path = $"{SweepLayout.Attempts}/{name}";
        return await source.Read(path, SweepJson.Readable.AttemptRecord).ConfigureAwait(false) is { } record
            ? new ReportFailure(
                record.Kind, record.Error.Type, record.Error.Message, record.Worker, record.Started, record.Seconds, path)
            : null;
    }
}
