using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// What a manifest, two listings and the workers tell of a sweep: enough to know whether a report that lies there is still right.
/// </summary>
/// <param name="Manifest">The manifest, or null when it cannot be read.</param>
/// <param name="Points">The points that count: those of the newest code, or without a manifest all that have a state file.</param>
/// <param name="States">The state of each point that has a state file.</param>
/// <param name="Attempts">The names of the records of failed attempts and of skips.</param>
/// <param name="SkippedIfToRun">The points that skipped themselves on every host on which a worker lives.</param>
/// <param name="Basis">The digest of all this; null when something could not be read.</param>
internal sealed record SweepListing(
    Manifest? Manifest,
    IReadOnlyList<int> Points,
    IReadOnlyDictionary<int, StateFile> States,
    IReadOnlyList<string> Attempts,
    IReadOnlySet<int> SkippedIfToRun,
    string? Basis)
{
    /// <summary>Reads the manifest, lists states and attempts, and reads the workers if any point has skipped itself.</summary>
    /// <param name="source">Reads the files.</param>
    /// <param name="live">Tells which workers live.</param>
    public static async ValueTask<SweepListing> Read(ReportSource source, LiveWorkers live)
    {
        var manifest = await source.ReadManifest().ConfigureAwait(false);
        var states = StateFile.LatestOf(await source.List(SweepLayout.Ini).ConfigureAwait(false));
        var attempts = await source.List(SweepLayout.Attempts).ConfigureAwait(false);
        var points = manifest?.Current ?? [.. states.Keys.Order()];
        var skipped = await ReadSkipped(source, live, attempts).ConfigureAwait(false);
        var listing = new SweepListing(manifest, points, states, attempts, skipped, Basis: null);
        return source.Warnings.Count > 0
            ? listing
            : listing with { Basis = listing.Digest(await listing.ReadReasons(source).ConfigureAwait(false)) };
    }

    /// <summary>The state file of a point. One that is just being added, or that a listing missed, counts as to run.</summary>
    public StateFile StateOf(int point) => States.TryGetValue(point, out var file) ? file : new StateFile(point, PointState.ToRun);

    /// <summary>Whether a point skipped itself and nobody who lives would run it.</summary>
    public bool IsSkipped(int point) => SkippedIfToRun.Contains(point) && StateOf(point).State == PointState.ToRun;

    private static async ValueTask<IReadOnlySet<int>> ReadSkipped(ReportSource source, LiveWorkers live, IReadOnlyList<string> attempts)
    {
        if (!SkippedPoints.MayBeIn(attempts))
            return new HashSet<int>();

        // Whoever reads the workers for the report itself warns of records that cannot be read.
        var workers = await source.Apart().ReadWorkers().ConfigureAwait(false);
        return SkippedPoints.In(attempts, live.Hosts(workers, attempts));
    }

    /// <summary>
    /// Why points skipped themselves. A host writes another reason into the file that it has, so the name does not tell.
    /// </summary>
    private ValueTask<IReadOnlyList<string>> ReadReasons(ReportSource source) => source.Apart().ReadAll(
        [.. Attempts.Where(name => SweepLayout.SkipOf(name) is { } skip && IsSkipped(skip.Point))],
        atATime: 1,
        async (own, name) =>
            (await own.Read($"{SweepLayout.Attempts}/{name}", SweepJson.Readable.SkipRecord).ConfigureAwait(false))?.Reason ?? "");

    private string Digest(IReadOnlyList<string> reasons)
    {
        using var digest = new TextDigest();
        digest.Add(Display.Number(SweepReport.CurrentFormat));

        // Point by point: the text of a manifest of many points is long.
        digest.Add(JsonSerializer.Serialize(Manifest! with { Points = [] }, SweepJson.Readable.Manifest));
        foreach (var point in Manifest.Points)
            digest.Add(point.Text);
        foreach (var point in Points)
        {
            // The result of a committed point is decided, so that it may be sealed meanwhile changes nothing.
            var file = StateOf(point);
            digest.Add(file.State == PointState.Committed ? new StateFile(point, PointState.Finished).Name : file.Name);

            // The names stay the same when a worker comes or leaves that has not tried the point.
            if (IsSkipped(point))
                digest.Add("skipped");
        }

        foreach (var text in Attempts.Concat(reasons))
            digest.Add(text);
        return digest.End();
    }
}
