using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads the records of failed attempts.</summary>
/// <param name="source">Reads the files.</param>
/// <param name="filesAtATime">How many are read at the same time.</param>
internal sealed class FailureReader(ReportSource source, int filesAtATime)
{
    /// <summary>Stack traces are long and mostly the same, so no more than those of so many records are held at a time.</summary>
    private const int RecordsAtATime = 1_000;

    private readonly ReportTraces.Builder traces = new();

    /// <summary>The stack traces of the attempts that have been read.</summary>
    public ReportTraces Traces => traces.Build();

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
        var failures = new List<(int Point, ReportFailure Failure)>();
        foreach (var some in records.Chunk(RecordsAtATime))
        {
            var read = await source.ReadAll(some, filesAtATime, ReadRecord).ConfigureAwait(false);
            failures.AddRange(some
                .Zip(read)
                .Where(r => r.Second is not null)
                .Select(r => (SweepLayout.PointOfAttempt(r.First)!.Value, FailureOf(r.First, r.Second!))));
        }

        return failures
            .GroupBy(f => f.Point, f => f.Failure)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<ReportFailure>)[.. g.OrderBy(f => f.Started ?? DateTimeOffset.MaxValue)]);
    }

    private static ValueTask<AttemptRecord?> ReadRecord(ReportSource source, string name) =>
        source.Read(PathOf(name), SweepJson.Readable.AttemptRecord);

    private ReportFailure FailureOf(string name, AttemptRecord record) =>
        new(record.Kind, record.Error.Type, record.Error.Message, record.Worker, record.Started, record.Seconds, PathOf(name))
        {
            Trace = traces.IndexOf(record.Error.Stack),
        };

    private static string PathOf(string name) => $"{SweepLayout.Attempts}/{name}";
}
