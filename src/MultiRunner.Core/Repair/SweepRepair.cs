using System.Text;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>
/// Does for a sweep what a worker does when it has nothing to run: it takes back what dead workers hold, completes what they left
/// half done, and makes new state files for points that have none. It also deletes their orphaned files. It runs no point.
/// </summary>
internal sealed class SweepRepair
{
    // After one lease a worker is dead and a result is lost; this process takes its point in hand then. A state file counts as deleted
    // after two, during the second of which the workers are watched. The result of a point that somebody has in hand is lost after two:
    // a rerun is dead after the first one. A lease is as long as the worker takes to be dead that beats most slowly.
    private const int LeasesUntilDead = 1;
    private const int LeasesUntilDeleted = 2;

    // The rounds in which what is missing is noticed, first under one name and then under another one.
    private const int RoundsUntilSeen = 3;
    private readonly ISharedDirectory directory;
    private readonly WorkerIdentity me;
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly Liveness liveness;
    private readonly SweepVerifier verifier;

    public SweepRepair(ISharedDirectory directory, WorkerIdentity identity, SweepOptions options, TimeProvider time)
    {
        this.directory = directory;
        this.options = options;
        this.time = time;

        // When several miss a state file, the one with the first name makes it anew. The workers do not know of this process, which
        // has no heartbeat. So its name has to come after theirs, and '~' follows all letters.
        me = identity.AsTool();
        liveness = new Liveness(directory, me, options, time);
        verifier = new SweepVerifier(directory, liveness, time);
    }

    /// <summary>
    /// Repairs until nothing is left to do, for two leases and a little more at most. It returns what still breaks a rule.
    /// </summary>
    /// <exception cref="SweepDirectoryException">The manifest cannot be used.</exception>
    /// <exception cref="SharedDirectoryException">The file system refuses.</exception>
    public async ValueTask<IReadOnlyList<Violation>> Repair(CancellationToken cancellation = default)
    {
        if (await ManifestReader.ReadNewest(directory).ConfigureAwait(false) is not { } manifest)
            return await verifier.Verify(cancellation).ConfigureAwait(false);
        var restorer = new PointRestorer(directory, me.Id, point => Encoding.UTF8.GetBytes(manifest.Points[point].Text));
        var protocol = new PointProtocol(directory, me, options, restorer, time);
        var reconciler = new Reconciler(directory, protocol, restorer, liveness, me, options, time);
        var readable = new HashSet<int>();
        var began = 0L;
        var longest = TimeSpan.Zero;
        for (var round = 1; ; round++)
        {
            var looked = time.GetTimestamp();
            var look = await Look(manifest, reconciler, readable).ConfigureAwait(false);

            // The first round reads every result, which takes minutes when there are many. The later ones read only those that it could
            // not read. So only the later ones are close enough to each other to tell what is missing all the time.
            if (round <= 2)
                began = time.GetTimestamp();
            else
                longest = Longer(longest, time.GetElapsedTime(looked));
            var enough = (liveness.LongestLease * look.LeasesToWait) + (RoundsUntilSeen * (SweepVerifier.Pause + longest));
            var isOver = round > 2 && time.GetElapsedTime(began, looked) > enough;
            if (isOver || !look.MayChange)
            {
                var broken = await verifier.Verify(cancellation).ConfigureAwait(false);
                IReadOnlyList<Violation> left =
                [
                    .. broken.Select(violation =>
                        look.Undeletable.TryGetValue(violation.Path, out var why) ? Undeletable(violation, why) : violation),
                ];
                if (isOver || !left.Any(violation => violation.IsRepairable))
                    return left;
            }

            await Task.Delay(SweepVerifier.Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Repairs what can be repaired now.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="reconciler">Knows from round to round what is missing.</param>
    /// <param name="readable">The finished points whose results could be read. They are not read again.</param>
    private async ValueTask<Round> Look(Manifest manifest, Reconciler reconciler, HashSet<int> readable)
    {
        var looked = time.GetTimestamp();
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        var candidates = Enumerable.Range(0, manifest.Points.Count).Select(point =>
            new RepairCandidate(point, states.TryGetValue(point, out var file) ? file : null, IsDoubtful: !readable.Contains(point)));
        var isMissing = await reconciler.Reconcile(
            candidates,
            async owner => (await liveness.Observe(owner).ConfigureAwait(false)).Verdict,
            looked,
            file =>
            {
                // A point that has just been sealed was not read.
                if (states.TryGetValue(file.Point, out var listed) && listed.State == PointState.Finished)
                    readable.Add(file.Point);
            }).ConfigureAwait(false);
        var seen = await DirectorySnapshot.Of(directory, manifest, liveness).ConfigureAwait(false);
        var (undeletable, isWaiting) = await new OrphanedFiles(directory, seen).Delete().ConfigureAwait(false);
        var isDeleted = states.Count < manifest.Points.Count || states.Values.Any(file => file.State == PointState.Committed);
        return new Round(
            isMissing || isWaiting || states.Values.Any(file => file.IsHeld),
            isDeleted ? LeasesUntilDeleted : LeasesUntilDead,
            undeletable);
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static Violation Undeletable(Violation orphaned, string why) => orphaned with
    {
        Message = Messages.Undeletable(orphaned.Path, why),
        IsRepairable = false,
    };

    /// <summary>What one round of repair showed.</summary>
    /// <param name="MayChange">Whether something can be repaired when it has been missing, or silent, for longer.</param>
    /// <param name="LeasesToWait">How many leases that takes at most.</param>
    /// <param name="Undeletable">The directories that cannot be deleted, each with the reason.</param>
    private sealed record Round(bool MayChange, int LeasesToWait, IReadOnlyDictionary<string, string> Undeletable);
}
