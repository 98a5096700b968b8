using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads every result and every failed attempt of a sweep.</summary>
internal sealed class PointReader(ReportSource source)
{
    /// <summary>The points of the report and the names of its parameters: without a manifest those that the results have.</summary>
    public async ValueTask<(IReadOnlyList<string> Parameters, IReadOnlyList<ReportPoint> Points)> Read(SweepListing listing)
    {
        WarnOfMissing(listing);
        var failures = await new FailureReader(source).Read(listing.Attempts, listing.Points).ConfigureAwait(false);
        var results = new ResultReader(source);
        var points = new List<ReportPoint>(listing.Points.Count);
        foreach (var index in listing.Points)
        {
            var file = listing.StateOf(index);
            var result = await results.Read(file).ConfigureAwait(false);
            points.Add(new ReportPoint
            {
                Index = index,
                State = StateInReport(file, result),
                Key = listing.Manifest?.Points[index] ?? result?.Arguments ?? new CanonicalJson("{}"),
                Metrics = result is null ? null : IgnoringCase(result.Metrics),
                Details = result?.Details,
                Seconds = result?.Seconds,
                Worker = result?.Worker ?? file.Owner,
                Host = result?.Host,
                Attempt = result?.Attempt,
                Failures = failures.GetValueOrDefault(index),
            });
        }

        await results.WarnOfSetAside(listing.Points).ConfigureAwait(false);
        var parameters = listing.Manifest?.Parameters.Select(p => p.Name).ToList()
            ?? [.. points.SelectMany(p => PointArguments.Of(p.Key).Keys).Distinct()];
        return (parameters, [.. points.Select(p => p with { Arguments = PointArguments.InOrder(p.Key, parameters) })]);
    }

    /// <summary>The points of an earlier report, made as whole as those that were read.</summary>
    public static IReadOnlyList<ReportPoint> Completed(IReadOnlyList<ReportPoint> points, IReadOnlyList<string> parameters) =>
    [
        .. points.Select(p => p with
        {
            Arguments = PointArguments.InOrder(p.Key, parameters),
            Metrics = p.Metrics is null ? null : IgnoringCase(p.Metrics),
        }),
    ];

    /// <summary>A committed point's result is decided and on stable storage, so it is finished as soon as that can be read.</summary>
    private static PointState StateInReport(StateFile file, PointResult? result) =>
        file.State != PointState.Committed ? file.State : result is null ? PointState.Running : PointState.Finished;

    private void WarnOfMissing(SweepListing listing)
    {
        var stateless = listing.Points.Where(p => !listing.States.ContainsKey(p)).ToList();
        if (stateless.Count > 0)
            source.Warn(ReportWarnings.NoStateFile(stateless));
    }

    private static Dictionary<string, double> IgnoringCase(IReadOnlyDictionary<string, double> metrics)
    {
        var copy = new Dictionary<string, double>(MetricNames.Comparer);
        foreach (var (name, value) in metrics)
            copy[name] = value;
        return copy;
    }
}
