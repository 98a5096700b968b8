using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the records of failed attempts.</summary>
internal sealed class FailureReader(ReportSource source)
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
        var failures = new List<(int Point, ReportFailure Failure)>();
        foreach (var name in names)
        {
            if (SweepLayout.PointOfAttempt(name) is not { } point || !counted.Contains(point))
                continue;
            var path = $"{SweepLayout.Attempts}/{name}";
            if (await source.Read(path, SweepJson.Readable.AttemptRecord).ConfigureAwait(false) is { } record)
                failures.Add((point, FailureOf(record, path)));
        }

        return failures
            .GroupBy(f => f.Point, f => f.Failure)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ReportFailure>)[.. g.OrderBy(f => f.Started ?? DateTimeOffset.MaxValue)]);
    }

    private static ReportFailure FailureOf(AttemptRecord record, string path) => new(
        record.Kind, record.Error.Type, record.Error.Message, record.Worker, record.Started, record.Seconds, path);
}
