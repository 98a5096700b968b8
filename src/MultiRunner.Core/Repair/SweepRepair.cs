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
    // After one lease a worker is dead and a result is lost. A state file counts as deleted after two, during the second of which the
    // workers are watched. A result that a rerun had in hand is lost after two: the rerun is dead after the first one. A lease is as long
    // as the worker takes to be dead that beats most slowly.
    private const int LeasesUntilDead = 1;
    private const int LeasesUntilDeleted = 2;
    private const int FewestRounds = 3;

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
        var clock = time.GetTimestamp();
        for (var round = 1; ; round++)
        {
            var looked = time.GetTimestamp();
            var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
            var candidates = Enumerable.Range(0, manifest.Points.Count).Select(point =>
                new RepairCandidate(point, states.TryGetValue(point, out var file) ? file : null, IsDoubtful: true));
            await reconciler.Reconcile(
                candidates,
                async owner => (await liveness.Observe(owner).ConfigureAwait(false)).Verdict,
                looked,
                _ => { }).ConfigureAwait(false);
            var seen = await DirectorySnapshot.Of(directory, manifest, liveness).ConfigureAwait(false);
            var undeletable = await new OrphanedFiles(directory, seen).Delete().ConfigureAwait(false);

            // The verifier pauses between its two looks, so this loop looks every few seconds. The count of an absence would begin anew
            // only if two looks were half a lease apart.
            var broken = await verifier.Verify(cancellation).ConfigureAwait(false);
            IReadOnlyList<Violation> left =
            [
                .. broken.Select(violation =>
                    undeletable.TryGetValue(violation.Path, out var why) ? Undeletable(violation, why) : violation),
            ];
            var mayChange = left.Any(violation => violation.IsRepairable) || states.Values.Any(file => file.IsHeld);
            var leases = left.Any(violation => violation.Kind is ViolationKind.NoState or ViolationKind.Unsealed)
                ? LeasesUntilDeleted : LeasesUntilDead;

            // A round over many points takes minutes. The last one begins when everything has been missing, or silent, for long enough.
            var watched = time.GetElapsedTime(clock, looked);
            if (!mayChange || (round >= FewestRounds && watched > (liveness.LongestLease * leases) + (3 * SweepVerifier.Pause)))
                return left;
            if (left.Count == 0)
                await Task.Delay(SweepVerifier.Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    private static Violation Undeletable(Violation orphaned, string why) => orphaned with
    {
        Message = Messages.Undeletable(orphaned.Path, why),
        IsRepairable = false,
    };
}
