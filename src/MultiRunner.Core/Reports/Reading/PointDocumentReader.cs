using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads everything that is known of one point. It changes nothing and never throws for what it finds: what cannot be read becomes a
/// warning.
/// </summary>
/// <param name="directory">The sweep directory.</param>
internal sealed class PointDocumentReader(ISharedDirectory directory)
{
    // The curves are those of the report. Here nothing is read of a result but what is wrong with it.
    private const int MostSamples = 2;

    /// <summary>Reads it.</summary>
    /// <param name="report">The report of the sweep.</param>
    /// <param name="path">The full path of the sweep directory.</param>
    /// <param name="point">The point, which the report has.</param>
    public async ValueTask<PointDocument> Read(SweepReport report, string path, ReportPoint point)
    {
        var source = new ReportSource(directory);
        var attempts = new List<PointAttempt>();
        foreach (var failure in point.Failures ?? [])
            attempts.Add(await ReadAttempt(source, report, failure).ConfigureAwait(false));
        var states = StateFile.LatestOf(await source.List(SweepLayout.Ini).ConfigureAwait(false));
        var hasState = states.TryGetValue(point.Index, out var state);

        // A finished point without metrics has a result that is damaged or lost. The read says in a warning what is wrong with it.
        if (hasState && point.Metrics is null)
            await new ResultReader(source, new ResultSummaryReader(MostSamples)).Read(state!).ConfigureAwait(false);
        var files = new PointFiles(
            hasState ? state!.Path : null,
            point.Metrics is null ? null : SweepLayout.Result(point.Index),
            await FilesBelow(source, SweepLayout.Artifacts(point.Index)).ConfigureAwait(false),
            await FilesBelow(source, SweepLayout.Checkpoints(point.Index)).ConfigureAwait(false));
        return new PointDocument(
            report.Sweep,
            path,
            report.Objective,
            point,
            report.Configurations.First(c => c.Members.Contains(point)),
            attempts.Count == 0 ? null : attempts,
            files,
            source.Warnings);
    }

    /// <summary>An attempt from its own record. A report may have cut the trace, or left it out.</summary>
    private static async ValueTask<PointAttempt> ReadAttempt(ReportSource source, SweepReport report, ReportFailure failure)
    {
        var record = await source.Read(failure.File, SweepJson.Readable.AttemptRecord).ConfigureAwait(false);
        var known = failure.Trace is { } trace ? report.Traces.Texts[trace] : null;
        return new PointAttempt(
            failure.Kind,
            failure.Type,
            failure.Message,
            record?.Error?.Stack ?? known,
            failure.Worker,
            failure.Started,
            failure.Seconds,
            failure.File);
    }

    private static async ValueTask<IReadOnlyList<string>?> FilesBelow(ReportSource source, string folder) =>
        await source.ListFiles(folder).ConfigureAwait(false) is { Count: > 0 } files
            ? [.. files.Select(file => $"{folder}/{file}")]
            : null;
}
