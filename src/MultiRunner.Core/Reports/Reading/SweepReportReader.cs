using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Reports.Model;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// Reads a sweep directory, running or complete, into a <see cref="SweepReport"/>. Changes nothing and never throws for
/// what it finds: a file that is missing or cannot be read becomes a warning.
/// </summary>
internal sealed class SweepReportReader(ISharedDirectory directory, TimeProvider time)
{
    /// <summary>
    /// Reads the report of the points that count: those of the newest code, as the manifest says. Without a manifest all count
    /// that have a state file.
    /// </summary>
    public async ValueTask<SweepReport> Read()
    {
        var source = new ReportSource(directory);
        var listing = await SweepListing.Read(source).ConfigureAwait(false);
        var (parameters, points) = await new PointReader(source).Read(listing).ConfigureAwait(false);
        var isWhole = source.Warnings.Count == 0 && !points.Any(p => IsUndecided(p, listing));

        // Workers come last, so that the report says how those ended that finished while the results were read.
        var workers = await ReadWorkers(source, points).ConfigureAwait(false);
        return Report(listing, parameters, points, workers, source.Warnings) with { Basis = isWhole ? listing.Basis : null };
    }

    /// <summary>
    /// The report that <see cref="Read"/> would return, made of the last one that was written and of what the workers say now.
    /// Needs a few listings instead of every result.
    /// </summary>
    /// <returns>
    /// The report, and whether it is the written one in every word; null when there is none of the same points in the same states.
    /// </returns>
    public async ValueTask<(SweepReport Report, bool IsAsWritten)?> TryReadWritten()
    {
        if (await ReadEarlier().ConfigureAwait(false) is not { } earlier)
            return null;
        var source = new ReportSource(directory);
        var listing = await SweepListing.Read(source).ConfigureAwait(false);
        if (listing.Basis is null || listing.Basis != earlier.Basis || !earlier.Points.Select(p => p.Index).SequenceEqual(listing.Points))
            return null;
        var parameters = listing.Manifest!.Parameters.Select(p => p.Name).ToList();
        var points = PointReader.Completed(earlier.Points, parameters);
        var workers = await ReadWorkers(source, points).ConfigureAwait(false);
        if (!earlier.HasAllResultsOf(workers))
            return null;
        var report = Report(listing, parameters, points, workers, source.Warnings) with { Basis = listing.Basis };
        var isAsWritten = source.Warnings.Count == 0 && workers.SequenceEqual(earlier.Workers);
        return (isAsWritten ? report with { Written = earlier.Written } : report, isAsWritten);
    }

    private SweepReport Report(
        SweepListing listing,
        IReadOnlyList<string> parameters,
        IReadOnlyList<ReportPoint> points,
        IReadOnlyList<ReportWorker> workers,
        IReadOnlyList<string> warnings) =>
        SweepReport.Of(
            listing.Manifest?.Sweep ?? "(a sweep without a readable manifest)",
            time.GetUtcNow(),
            listing.Manifest?.Objective,
            parameters,
            [.. (listing.Manifest?.Parameters ?? []).Where(p => p.Repeat == true).Select(p => p.Name)],
            points,
            workers,
            warnings,
            listing.Manifest?.OlderPoints) with
        {
            Directory = directory.Root,
        };

    /// <summary>Whether a result is decided that could not be read yet: the next reader may find it, under the same names.</summary>
    private static bool IsUndecided(ReportPoint point, SweepListing listing) =>
        listing.StateOf(point.Index).State == PointState.Committed && point.State != PointState.Finished;

    private static ValueTask<IReadOnlyList<ReportWorker>> ReadWorkers(ReportSource source, IReadOnlyList<ReportPoint> points) =>
        new WorkerReader(source).Read(points.SelectMany(p => p.Failures ?? []));

    /// <summary>What the last report says; null when it cannot be read, for whatever reason: then the report is made anew.</summary>
    private async ValueTask<EarlierReport?> ReadEarlier()
    {
        try
        {
            if (await directory.TryRead(SweepLayout.JsonReport).ConfigureAwait(false) is not { } json)
                return null;
            var earlier = JsonSerializer.Deserialize(json, ReportJson.Readable.EarlierReport);
            return earlier is { Basis: not null, Points: not null, Workers: not null } ? earlier : null;
        }
        catch (Exception e) when (e is SharedDirectoryException or JsonException)
        {
            return null;
        }
    }
}
