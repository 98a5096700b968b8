using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>
/// What a manifest, a few listings and the workers tell of a sweep: enough to know whether a report that lies there is still right.
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
    /// <summary>
    /// Reads the manifest, lists states, attempts and what was replaced, and reads the workers if any point has skipped itself. Whoever
    /// reads results does so after that: of a result that is replaced later, something is replaced that this listing does not have.
    /// </summary>
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
        return source.Warnings.Count == 0 && await ListReplaced(source.Apart()).ConfigureAwait(false) is { } replaced
            ? listing with { Basis = listing.Digest([.. await listing.ReadReasons(source).ConfigureAwait(false), .. replaced]) }
            : listing;
    }

    /// <summary>
    /// The results that reruns have moved to the archive, and those that were set aside. Such a point is run again, and has the same names
    /// afterwards: a report from before would seem to be right. Null when not all of them can be listed.
    /// </summary>
    private static async ValueTask<IReadOnlyList<string>?> ListReplaced(ReportSource source)
    {
        var results = await source.List(SweepLayout.Results).ConfigureAwait(false);
        var replaced = results.Where(name => SweepLayout.PointOfCorruptResult(name) is not null).ToList();
        foreach (var rerun in await source.List(SweepLayout.Archive).ConfigureAwait(false))
        {
            var names = await source.List($"{SweepLayout.Archive}/{rerun}/{SweepLayout.Results}").ConfigureAwait(false);
            replaced.AddRange(names.Select(name => $"{rerun}/{name}"));
        }

        return source.Warnings.Count == 0 ? replaced : null;
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

    private string Digest(IReadOnlyList<string> further)
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

        foreach (var text in Attempts.Concat(further))
            digest.Add(text);
        return digest.End();
    }
}
