using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;
using MultiRunner.Results;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads every result and every failed attempt of a sweep, each of them once.</summary>
/// <param name="source">Reads the files.</param>
/// <param name="filesAtATime">How many results are read at the same time.</param>
internal sealed class PointReader(ReportSource source, int filesAtATime)
{
    private readonly FailureReader failureReader = new(source, filesAtATime);

    /// <summary>The stack traces of the failed attempts that have been read.</summary>
    public ReportTraces Traces => failureReader.Traces;

    /// <summary>The points of the report and the names of its parameters: without a manifest those that the results have.</summary>
    /// <param name="listing">What there is.</param>
    /// <param name="objective">The objective of the report, or null.</param>
    public async ValueTask<(IReadOnlyList<string> Parameters, IReadOnlyList<ReportPoint> Points)> Read(
        SweepListing listing, Objective? objective)
    {
        WarnOfMissing(listing);
        var failures = await failureReader.Read(listing.Attempts, listing.Points).ConfigureAwait(false);
        var skips = await new SkipReader(source, filesAtATime).Read(listing).ConfigureAwait(false);
        var parameters = listing.Manifest?.Parameters.Select(p => p.Name).ToList();
        var artifacts = await ArtifactReader.Of(source).ConfigureAwait(false);
        var results = new ResultSummaryReader(CurveSummary.SamplesFor(listing.Points.Count));
        var completion = new PointCompletion(parameters ?? []);
        var points = await source.ReadAll(listing.Points, filesAtATime, ReadPoint).ConfigureAwait(false);
        await ResultReader.WarnOfSetAside(source, listing.Points).ConfigureAwait(false);
        if (parameters is not null)
            return (parameters, points);
        parameters = [.. points.SelectMany(p => PointArguments.Of(p.Key).Keys).Distinct()];
        return (parameters, [.. points.Select(new PointCompletion(parameters).Of)]);

        async ValueTask<ReportPoint> ReadPoint(ReportSource own, int index)
        {
            var file = listing.StateOf(index);
            var result = await new ResultReader(own, results).Read(file).ConfigureAwait(false);
            var point = PointOf(file, listing.Manifest?.Points[index], result, failures.GetValueOrDefault(index), objective);
            point = await artifacts.Complete(own, point, file).ConfigureAwait(false);
            return completion.Of(point with { Skips = skips.GetValueOrDefault(index) });
        }
    }

    /// <summary>A point with the result and the failed attempts that it has.</summary>
    public static ReportPoint PointOf(
        StateFile file, CanonicalJson? key, ResultSummary? result, IReadOnlyList<ReportFailure>? failures, Objective? objective) => new()
        {
            Index = file.Point,
            State = StateInReport(file, result),
            Key = key ?? result?.Arguments ?? new CanonicalJson("{}"),
            Metrics = result?.Metrics,
            Details = DetailsOf(result),
            Curves = CurvesOf(result, objective),
            Started = result?.Started,
            Seconds = result?.Seconds,
            Worker = result?.Worker ?? file.Owner,
            Host = result?.Host,
            Attempt = result?.Attempt,
            Build = result?.Assembly,
            Failures = failures,
        };

    /// <summary>JSON of another program may have null for a text. No reader of a report has to expect that.</summary>
    private static Dictionary<string, string>? DetailsOf(ResultSummary? result) =>
        result?.Details is { } details && details.ContainsValue(null!)
            ? details.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value, details.Comparer)
            : result?.Details;

    private static Dictionary<string, CurveSummary>? CurvesOf(ResultSummary? result, Objective? objective) =>
        result?.Curves is { Count: > 0 } curves
            ? curves.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => CurveSummary.Of(c.Value, c.Key, objective))
            : null;

    /// <summary>A committed point's result is decided and on stable storage, so it is finished as soon as that can be read.</summary>
    private static PointState StateInReport(StateFile file, ResultSummary? result) =>
        file.State != PointState.Committed ? file.State : result is null ? PointState.Running : PointState.Finished;

    private void WarnOfMissing(SweepListing listing)
    {
        var stateless = listing.Points.Where(p => !listing.States.ContainsKey(p)).ToList();
        if (stateless.Count > 0)
            source.Warn(ReportWarnings.NoStateFile(stateless));
    }
}
