using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>What one look at a sweep directory showed, and what is known of its workers by then.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Files">The state files of each point; more than one is a violation, or a rename under way.</param>
/// <param name="Attempts">The file names of the records of failed attempts.</param>
/// <param name="Heartbeats">The ids of the workers that have a heartbeat file.</param>
/// <param name="Liveness">Knows more with every look.</param>
internal sealed record Sighting(
    Manifest Manifest,
    ILookup<int, StateFile> Files,
    IReadOnlyList<string> Attempts,
    IReadOnlySet<string> Heartbeats,
    Liveness Liveness)
{
    private readonly Dictionary<string, bool> gone = new(StringComparer.Ordinal);

    /// <summary>Takes a look.</summary>
    public static async ValueTask<Sighting> Of(ISharedDirectory directory, Manifest manifest, Liveness liveness)
    {
        var states = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var attempts = await directory.List(SweepLayout.Attempts).ConfigureAwait(false);
        var workers = await directory.List(SweepLayout.Workers).ConfigureAwait(false);
        var files = states.Select(name => StateFile.TryParse(name, out var file) ? file : (StateFile?)null).OfType<StateFile>();
        return new Sighting(
            manifest,
            files.ToLookup(file => file.Point),
            [.. attempts.Where(name => SweepLayout.PointOfAttempt(name) is not null).Order(StringComparer.Ordinal)],
            workers.Select(SweepLayout.WorkerOf).OfType<string>().ToHashSet(StringComparer.Ordinal),
            liveness);
    }

    /// <summary>The state of a point, or null.</summary>
    public StateFile? StateOf(int point) =>
        Files[point].OrderByDescending(file => file.State).Select(file => (StateFile?)file).FirstOrDefault();

    /// <summary>Whether a worker is known to be gone: it said so, or it is dead.</summary>
    public async ValueTask<bool> IsGone(string worker)
    {
        // Once a look: of two looks the second tells more than the first.
        if (!gone.TryGetValue(worker, out var isGone))
            gone.Add(worker, isGone = (await Liveness.Observe(worker).ConfigureAwait(false)).Verdict != Verdict.Alive);
        return isGone;
    }
}
