using System.Text;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Repair;

/// <summary>Runs points of a sweep again: moves what they have to the archive and puts them back to be run.</summary>
internal sealed class SweepRerun
{
    private readonly ISharedDirectory directory;
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly WorkerIdentity me;
    private readonly Liveness liveness;
    private readonly RerunArchive archive;
    private readonly PointRerun rerun;
    private readonly Reconciler reconciler;

    /// <param name="directory">The sweep directory.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="identity">This process.</param>
    /// <param name="options">How long a lease is.</param>
    /// <param name="time">The clock.</param>
    public SweepRerun(ISharedDirectory directory, Manifest manifest, WorkerIdentity identity, SweepOptions options, TimeProvider time)
    {
        this.directory = directory;
        this.options = options;
        this.time = time;
        me = identity.AsTool();
        liveness = new Liveness(directory, me, options, time);
        archive = new RerunArchive(directory, me.Id, SweepLayout.ArchiveOf(time.GetUtcNow(), me.Id));
        var restorer = new PointRestorer(directory, me.Id, point => Encoding.UTF8.GetBytes(manifest.Points[point].Text));
        var protocol = new PointProtocol(directory, me, options, restorer, time);
        rerun = new PointRerun(directory, protocol, archive, me.Id);
        reconciler = new Reconciler(directory, protocol, restorer, liveness, me, options, time);
    }

    /// <summary>Where everything goes, relative to the sweep directory.</summary>
    public string Archive => archive.Path;

    /// <summary>Makes the archive and sees that files can be moved there. Call it before <see cref="Run"/>.</summary>
    /// <exception cref="SweepDirectoryException">They cannot. Nothing was moved.</exception>
    public ValueTask Prepare() => archive.Prepare();

    /// <summary>What <see cref="Run"/> would do now. Changes nothing.</summary>
    public async ValueTask<IReadOnlyList<RerunPoint>> Foresee(IEnumerable<int> points)
    {
        var look = await Look().ConfigureAwait(false);
        var results = (await directory.List(SweepLayout.Results).ConfigureAwait(false)).Select(SweepLayout.PointOfResult).ToHashSet();
        var artifacts = (await directory.List(SweepLayout.ArtifactsFolder).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var checkpoints = (await directory.List(SweepLayout.CheckpointsFolder).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        var foreseen = new List<RerunPoint>();
        foreach (var point in points.Distinct().Order())
        {
            if (await ReasonToLeave(look, point).ConfigureAwait(false) is { } reason)
            {
                foreseen.Add(new RerunPoint(point, reason, default));
                continue;
            }

            var isFailed = look.States[point].State == PointState.Failed;
            foreseen.Add(new RerunPoint(point, RerunOutcome.PutBack, new ArchivedFiles(
                !isFailed && results.Contains(point) ? 1 : 0,
                look.Attempts[point].Count(name => SweepLayout.PointOfAttempt(name) is not null),
                !isFailed && artifacts.Contains(NameOf(SweepLayout.Artifacts(point))) ? 1 : 0,
                checkpoints.Contains(NameOf(SweepLayout.Checkpoints(point))) ? 1 : 0)));
        }

        return foreseen;
    }

    /// <summary>Puts points back to be run. What another rerun left half done is watched for two leases and completed.</summary>
    /// <param name="points">Which, each of the manifest.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>
    /// What became of each, in the order of the indices. Points that the file system refused to move are among them.
    /// </returns>
    /// <exception cref="SharedDirectoryException">The sweep cannot be looked at. Nothing was moved.</exception>
    public async ValueTask<IReadOnlyList<RerunPoint>> Run(IEnumerable<int> points, CancellationToken cancellation = default)
    {
        var look = await LookPastTheDead([.. points], cancellation).ConfigureAwait(false);
        var done = new SortedDictionary<int, RerunPoint>();
        SharedDirectoryException? away = null;
        foreach (var point in points.Distinct().Order())
        {
            try
            {
                done[point] = away is not null ? Refused(point, away)
                    : await ReasonToLeave(look, point).ConfigureAwait(false) is { } reason ? new RerunPoint(point, reason, default)
                    : await rerun.Run(look.States[point], look.Attempts[point]).ConfigureAwait(false);
            }
            catch (SharedDirectoryException e)
            {
                done[point] = Refused(point, e);

                // An error that passes was waited for in vain, and would be for each of the other points.
                away = e.IsTransient ? e : null;
            }
        }

        var halfDone = done.Values.Where(p => p.Outcome == RerunOutcome.HalfDone).Select(p => p.Point).ToList();
        try
        {
            if (halfDone.Count > 0 && away is null)
                await Complete(halfDone, done, cancellation).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e)
        {
            foreach (var point in done.Values.Where(p => p.Outcome == RerunOutcome.HalfDone).ToList())
                done[point.Point] = Refused(point.Point, e) with { Archived = point.Archived };
        }

        return [.. done.Values];
    }

    private static RerunPoint Refused(int point, SharedDirectoryException why) =>
        new(point, RerunOutcome.Refused, default, why.Message);

    /// <summary>
    /// Looks, and while a duplicate is announced looks again, for two leases and a little more, or for seven intervals of the worker if
    /// these are longer. A worker counts as dead after a lease without a beat, or after seven of its own intervals, but at the first
    /// look one that died long ago on another machine is taken for alive.
    /// </summary>
    private async ValueTask<Sight> LookPastTheDead(IReadOnlyList<int> points, CancellationToken cancellation)
    {
        for (var clock = time.GetTimestamp(); ;)
        {
            var look = await Look().ConfigureAwait(false);
            var mayBeAlive = false;
            foreach (var point in points)
                mayBeAlive |= await ReasonToLeave(look, point).ConfigureAwait(false) == RerunOutcome.HasDuplicate;
            var longest = 2 * options.Lease > liveness.LongestLease ? 2 * options.Lease : liveness.LongestLease;
            if (!mayBeAlive || time.GetElapsedTime(clock) > longest + (2 * SweepVerifier.Pause))
                return look;
            await Task.Delay(SweepVerifier.Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Does what a worker does about points of which something is missing, until each waits for a worker, or two leases and a
    /// little more are over: after one the other rerun is dead, and after another one what is missing is lost. A point that has a result
    /// after all is run again now.
    /// </summary>
    private async ValueTask Complete(List<int> halfDone, SortedDictionary<int, RerunPoint> done, CancellationToken cancellation)
    {
        for (var clock = time.GetTimestamp(); ;)
        {
            var looked = time.GetTimestamp();
            var before = await Look().ConfigureAwait(false);
            var candidates = halfDone.Where(before.States.ContainsKey)
                .Select(point => before.States[point])
                .Where(file => file.State is PointState.Finished or PointState.Committed)
                .Select(file => new RepairCandidate(file.Point, file, IsDoubtful: true));
            await reconciler.Reconcile(
                candidates,
                VerdictOf,
                looked,
                _ => { }).ConfigureAwait(false);

            var after = await Look().ConfigureAwait(false);
            foreach (var point in halfDone)
                done[point] = await Complete(done[point], after).ConfigureAwait(false);
            halfDone.RemoveAll(point => done[point].Outcome != RerunOutcome.HalfDone);
            if (halfDone.Count == 0 || time.GetElapsedTime(clock) > (2 * options.Lease) + (3 * SweepVerifier.Pause))
                return;
            await Task.Delay(SweepVerifier.Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether the owner of a point lives. A half-done point that has the name of this rerun is completed like one of a rerun that died.
    /// </summary>
    private async ValueTask<Verdict> VerdictOf(string owner) =>
        owner == me.Id ? Verdict.Dead : (await liveness.Observe(owner).ConfigureAwait(false)).Verdict;

    private async ValueTask<RerunPoint> Complete(RerunPoint point, Sight look)
    {
        if (!look.States.TryGetValue(point.Point, out var file) || file.State == PointState.Committed)
            return point;
        if (file.State == PointState.Finished
            && await directory.TryRead(SweepLayout.Result(point.Point)).ConfigureAwait(false) is null)
            return point;

        // The result is in the archive, and the point does not have the name of this rerun any more. So it was put back. The reply to that
        // rename may have been lost, and a worker may have claimed the point, and even finished it, before this look.
        if (point.Archived.Results > 0)
            return point with { Outcome = RerunOutcome.PutBack };
        if (file.State != PointState.Finished)
            return point with { Outcome = file.State == PointState.ToRun ? RerunOutcome.Completed : RerunOutcome.Changed };
        var again = await rerun.Run(file, look.Attempts[point.Point]).ConfigureAwait(false);
        return again with { Archived = point.Archived + again.Archived };
    }

    private async ValueTask<Sight> Look()
    {
        var names = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var attempts = await directory.List(SweepLayout.Attempts).ConfigureAwait(false);
        return new Sight(
            StateFile.LatestOf(names),
            names.Select(SweepLayout.DuplicateOf).OfType<(int Point, string Worker)>().ToLookup(d => d.Point, d => d.Worker),
            attempts.Where(name => SweepLayout.PointOfTry(name) is not null)
                .ToLookup(name => SweepLayout.PointOfTry(name)!.Value));
    }

    private async ValueTask<RerunOutcome?> ReasonToLeave(Sight look, int point)
    {
        if (!look.States.TryGetValue(point, out var file))
            return RerunOutcome.NoState;
        if (file.State is PointState.ToRun or PointState.Running)
            return file.State == PointState.ToRun ? RerunOutcome.Waits : RerunOutcome.Runs;

        // The duplicate began before this rerun, and its result would count for the point that runs again.
        foreach (var worker in look.Duplicates[point])
        {
            if ((await liveness.Observe(worker).ConfigureAwait(false)).Verdict == Verdict.Alive)
                return RerunOutcome.HasDuplicate;
        }

        return null;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private sealed record Sight(
        Dictionary<int, StateFile> States, ILookup<int, string> Duplicates, ILookup<int, string> Attempts);
}
