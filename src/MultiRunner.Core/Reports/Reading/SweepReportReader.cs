using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads a sweep directory, running or complete, into a <see cref="SweepReport"/>. Changes nothing and never throws for
/// what it finds: a file that is missing or cannot be read becomes a warning.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="time">Says when the report was read.</param>
/// <param name="options">How; null stands for the usual way.</param>
internal sealed class SweepReportReader(ISharedDirectory directory, TimeProvider time, ReadingOptions? options = null)
{
    private readonly ReadingOptions options = options ?? new ReadingOptions();
    private readonly LiveWorkers live = new(WorkerProcess.Identify(), time);

    /// <summary>
    /// Reads the report of the points that count: those of the newest code, as the manifest says. Without a manifest all count
    /// that have a state file.
    /// </summary>
    public async ValueTask<SweepReport> Read()
    {
        var source = new ReportSource(directory);
        var listing = await SweepListing.Read(source, live).ConfigureAwait(false);
        var reader = new PointReader(source, options.FilesAtATime);
        var (parameters, points) = await reader.Read(listing, listing.Manifest?.Objective).ConfigureAwait(false);
        var isWhole = source.Warnings.Count == 0 && !points.Any(p => IsUndecided(p, listing));
        var checkpoints = await new CheckpointReader(source, options.SizeOf).Read(points).ConfigureAwait(false);

        // Workers come last, so that the report says how those ended that finished while the results were read.
        var workers = await ReadWorkers(source, points).ConfigureAwait(false);
        return Report(listing, parameters, points, workers, checkpoints, source.Warnings) with
        {
            Basis = isWhole ? listing.Basis : null,
            Traces = reader.Traces,
        };
    }

    /// <summary>
    /// The report that <see cref="Read"/> would return, made of the last one that was written and of what the workers say now.
    /// Needs a few listings instead of every result, and none where no report lies: the first worker that is done looks twice.
    /// </summary>
    /// <returns>
    /// The report, and whether it is the written one in every word; null when there is none of the same points in the same states.
    /// </returns>
    public async ValueTask<(SweepReport Report, bool IsAsWritten)?> TryReadWritten()
    {
        if (await EarlierReportReader.ReadFile(directory).ConfigureAwait(false) is not { } json)
            return null;
        var source = new ReportSource(directory);
        var listing = await SweepListing.Read(source, live).ConfigureAwait(false);
        if (listing.Basis is null)
            return null;
        var parameters = listing.Manifest!.Parameters.Select(p => p.Name).ToList();
        var earlierReader = new EarlierReportReader(listing.Basis, new PointCompletion(parameters));
        if (earlierReader.Read(json) is not { Points: var points } earlier)
            return null;
        if (!points.Select(p => p.Index).SequenceEqual(listing.Points))
            return null;
        var checkpoints = await new CheckpointReader(source, options.SizeOf).Read(points, earlier.Checkpoints).ConfigureAwait(false);
        var workers = await ReadWorkers(source, points).ConfigureAwait(false);
        if (!earlier.HasAllResultsOf(workers))
            return null;
        var report = Report(listing, parameters, points, workers, checkpoints, source.Warnings) with
        {
            Basis = listing.Basis,
            Traces = earlier.Traces,
        };
        var isAsWritten = source.Warnings.Count == 0
            && workers.SequenceEqual(earlier.Workers)
            && checkpoints == earlier.Checkpoints
            && report.NewestBuild == earlier.NewestBuild;
        return (isAsWritten ? report with { Written = earlier.Written } : report, isAsWritten);
    }

    private SweepReport Report(
        SweepListing listing,
        IReadOnlyList<string> parameters,
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<ReportWorker> workers,
        ReportCheckpoints? checkpoints,
        IReadOnlyList<string> warnings)
    {
        var objective = listing.Manifest?.Objective;
        var builds = ReportBuild.Of(points, workers);
        return SweepReport.Of(
            listing.Manifest?.DisplayName ?? "(a sweep without a readable manifest)",
            time.GetUtcNow(),
            objective,
            parameters,
            [.. (listing.Manifest?.Parameters ?? []).Where(p => p.Repeat == true).Select(p => p.Name)],
            ReportGrid.Of(listing.Manifest),
            points,
            workers,
            [.. warnings, .. BuildCheck.Warnings(workers)],
            listing.Manifest?.OlderPoints) with
        {
            Builds = builds,
            NewestBuild = options.Build ?? ReportBuild.NewestOf(builds, workers, listing.Manifest),
            Checkpoints = checkpoints,
            Directory = directory.Root,
        };
    }

    /// <summary>Whether a result is decided that could not be read yet: the next reader may find it, under the same names.</summary>
    private static bool IsUndecided(ReportPoint point, SweepListing listing) =>
        listing.StateOf(point.Index).State == PointState.Committed && point.State != PointState.Finished;

    private static ValueTask<IReadOnlyList<ReportWorker>> ReadWorkers(ReportSource source, IReadOnlyList<ReportPoint> points) =>
        new WorkerReader(source).Read(points.SelectMany(p => p.Failures ?? []));
}
