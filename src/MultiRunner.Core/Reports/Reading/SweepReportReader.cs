using System.Text.Json;
using MultiRunner.Filtering;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
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
        var checkpoints = new CheckpointReader(source, options.SizeOf);
        var finished = points.Where(p => p.State == PointState.Finished).Select(p => p.Index);
        var folders = await checkpoints.Folders(finished).ConfigureAwait(false);

        // Workers come last, so that the report says how those ended that finished while the results were read.
        var workers = await new WorkerReader(source).Read(listing).ConfigureAwait(false);
        return Report(listing, parameters, points, workers, checkpoints.Of(folders), source.Warnings) with
        {
            Basis = isWhole ? listing.Basis : null,
            Surroundings = SurroundingsOf(source, workers, folders),
            Traces = reader.Traces,
        };
    }

    /// <summary>
    /// The report that <see cref="Read"/> would return, made of the last one that was written and of what the workers say now.
    /// Needs a few listings instead of every result, and none where no report lies: the first worker that is done looks twice.
    /// </summary>
    /// <returns>Null when there is no report of the same points in the same states.</returns>
    public async ValueTask<SweepReport?> TryReadWritten() =>
        await TryLook().ConfigureAwait(false) is { } look && await TryReadWritten(look).ConfigureAwait(false) is var (report, _)
            ? report
            : null;

    /// <summary>
    /// Looks whether a report lies there of the same points in the same states, and what there is besides. Null when there is none.
    /// </summary>
    public async ValueTask<ReportLook?> TryLook()
    {
        if (await ReportHead.TryRead(directory).ConfigureAwait(false) is not { } head)
            return null;
        var source = new ReportSource(directory);
        var listing = await SweepListing.Read(source, live).ConfigureAwait(false);
        if (listing.Basis != head.Basis)
            return null;
        var finished = listing.Points.Where(point => listing.StateOf(point).State is PointState.Finished or PointState.Committed);
        var folders = await new CheckpointReader(source, sizeOf: null).Folders(finished).ConfigureAwait(false);
        var workers = await new WorkerReader(source).Read(listing).ConfigureAwait(false);
        return new ReportLook(head, source, listing, workers, folders, SurroundingsOf(source, workers, folders));
    }

    /// <summary>
    /// The report that lies there, with the workers and the checkpoints of now; and whether it is the written one in every word.
    /// </summary>
    public async ValueTask<(SweepReport Report, bool IsAsWritten)?> TryReadWritten(ReportLook look)
    {
        if (await EarlierReportReader.ReadFile(directory).ConfigureAwait(false) is not { } json)
            return null;
        var (listing, workers) = (look.Listing, look.Workers);
        var parameters = listing.Manifest!.Parameters.Select(p => p.Name).ToList();
        var earlierReader = new EarlierReportReader(listing.Basis!, new PointCompletion(parameters));
        if (earlierReader.Read(json) is not { Points: var points } earlier)
            return null;
        if (!points.Select(p => p.Index).SequenceEqual(listing.Points) || !earlier.HasAllResultsOf(workers.Active))
            return null;
        var checkpoints = new CheckpointReader(look.Source, options.SizeOf).Of(look.CheckpointFolders, earlier.Checkpoints);
        var report = Report(listing, parameters, points, workers, checkpoints, look.Source.Warnings) with
        {
            Basis = listing.Basis,
            Surroundings = look.Surroundings,
            Traces = earlier.Traces,
        };
        var isAsWritten = report.Warnings.SequenceEqual(earlier.Warnings)
            && workers.Active.SequenceEqual(earlier.Workers)
            && checkpoints == earlier.Checkpoints
            && report.NewestBuild == earlier.NewestBuild;
        return (isAsWritten ? report with { Written = earlier.Written } : report, isAsWritten);
    }

    private SweepReport Report(
        SweepListing listing,
        IReadOnlyList<string> parameters,
        IReadOnlyList<ReportPoint> points,
        FoundWorkers workers,
        ReportCheckpoints? checkpoints,
        IReadOnlyList<string> warnings)
    {
        var builds = ReportBuild.Of(points, workers.All);
        return SweepReport.Of(
            listing.Manifest?.DisplayName ?? "(a sweep without a readable manifest)",
            time.GetUtcNow(),
            listing.Manifest?.Objective,
            parameters,
            [.. (listing.Manifest?.Parameters ?? []).Where(p => p.Repeat == true).Select(p => p.Name)],
            ReportGrid.Of(listing.Manifest),
            points,
            workers.Active,
            [.. warnings, .. BuildCheck.Warnings(workers.All)],
            listing.Manifest?.OlderPoints) with
        {
            Builds = builds,
            NewestBuild = options.Build ?? ReportBuild.NewestOf(builds, workers.All, listing.Manifest),
            IdleWorkers = workers.Idle,
            Checkpoints = checkpoints,
            Directory = directory.Root,
            Kinds = (listing.Manifest?.Parameters ?? []).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => FilterKinds.Of(p, [])),
        };
    }

    /// <summary>Whether a result is decided that could not be read yet: the next reader may find it, under the same names.</summary>
    private static bool IsUndecided(ReportPoint point, SweepListing listing) =>
        listing.StateOf(point.Index).State == PointState.Committed && point.State != PointState.Finished;

    /// <summary>
    /// A digest of what a report says besides its points: the workers, their builds, and how many points have checkpoints; and of the
    /// build of this library, which decides how it is said. Null when something could not be read.
    /// </summary>
    private string? SurroundingsOf(ReportSource source, FoundWorkers workers, IReadOnlyList<string> checkpoints)
    {
        if (source.Warnings.Count > 0)
            return null;
        var builds = ReportBuild.NewestFirst(workers.All);
        return TextDigest.Of(
        [
            typeof(SweepReport).Module.ModuleVersionId.ToString(),
            JsonSerializer.Serialize(workers.Active, ReportJson.Readable.IReadOnlyListReportWorker),
            $"{options.Build ?? (builds is [var newest, ..] ? newest : null)}",
            .. builds.Select(build => $"{build}"),
            .. BuildCheck.Warnings(workers.All),
            Display.Number(checkpoints.Count),
        ]);
    }
}
