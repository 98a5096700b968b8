using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>What the listings of a sweep directory showed at about one moment, and which of its workers were gone then.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Files">The state files of each point; more than one is a violation, or a rename under way.</param>
/// <param name="Waiting">The new points whose state files a worker has yet to move from their revision to the others.</param>
/// <param name="Attempts">The file names of the records of failed attempts.</param>
/// <param name="Skips">The file names of the records of skips.</param>
/// <param name="Heartbeats">The ids of the workers that have a heartbeat file.</param>
/// <param name="Liveness">Knows more with every look.</param>
internal sealed record DirectorySnapshot(
    Manifest Manifest,
    ILookup<int, StateFile> Files,
    IReadOnlySet<int> Waiting,
    IReadOnlyList<string> Attempts,
    IReadOnlyList<string> Skips,
    IReadOnlySet<string> Heartbeats,
    Liveness Liveness)
{
    private readonly Dictionary<string, bool> gone = new(StringComparer.Ordinal);

    /// <summary>Lists the directory.</summary>
    public static async ValueTask<DirectorySnapshot> Of(ISharedDirectory directory, Manifest manifest, Liveness liveness)
    {
        // They are moved from the revision to the others. When one is moved between the two listings, the second one shows it.
        var waiting = new List<string>();
        foreach (var revision in await ManifestReader.RevisionsOf(directory).ConfigureAwait(false))
            waiting.AddRange(await directory.List(SweepLayout.Revision(revision)).ConfigureAwait(false));
        var states = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var attempts = await directory.List(SweepLayout.Attempts).ConfigureAwait(false);
        var workers = await directory.List(SweepLayout.Workers).ConfigureAwait(false);
        var files = states.Select(name => StateFile.TryParse(name, out var file) ? file : (StateFile?)null).OfType<StateFile>();
        return new DirectorySnapshot(
            manifest,
            files.ToLookup(file => file.Point),
            StateFile.LatestOf(waiting).Keys.ToHashSet(),
            [.. attempts.Where(name => SweepLayout.PointOfAttempt(name) is not null).Order(StringComparer.Ordinal)],
            [.. attempts.Where(name => SweepLayout.SkipOf(name) is not null).Order(StringComparer.Ordinal)],
            workers.Select(SweepLayout.WorkerOf).OfType<string>().ToHashSet(StringComparer.Ordinal),
            liveness);
    }

    /// <summary>The latest state of a point, or null when no state file was listed.</summary>
    public StateFile? StateOf(int point) =>
        Files[point].OrderByDescending(file => file.State).Select(file => (StateFile?)file).FirstOrDefault();

    /// <summary>Whether a worker is known to be gone: it said so, or it is dead.</summary>
    public async ValueTask<bool> IsGone(string worker)
    {
        // A worker is observed once for each snapshot, so that all checks of it agree: a second look at a heartbeat may tell more
        // than the first.
        if (!gone.TryGetValue(worker, out var isGone))
            gone.Add(worker, isGone = (await Liveness.Observe(worker).ConfigureAwait(false)).Verdict != Verdict.Alive);
        return isGone;
    }
}
