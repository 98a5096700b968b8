using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Repair;
using MultiRunner.Storage;

namespace MultiRunner.Scheduling;

/// <summary>
/// Scans the sweep directory when the <see cref="Coordinator"/> needs it. One scan serves everything: what to run, what others
/// have finished, who is alive, what to repair.
/// </summary>
internal sealed class Scanner(
    ISharedDirectory directory,
    Coordinator coordinator,
    Fleet fleet,
    Reconciler reconciler,
    OtherBuilds otherBuilds,
    WorkerIdentity me,
    TimeProvider time)
{
    /// <summary>Scans again and again, whenever it is due, until the worker has left.</summary>
    public async Task Run()
    {
        while (await coordinator.WaitForScan().ConfigureAwait(false))
        {
            var looked = time.GetTimestamp();
            var (changes, isStopped) = coordinator.BeginScan();
            try
            {
                await Scan(looked, changes, isStopped, repairs: !isStopped).ConfigureAwait(false);
            }
            catch (SharedDirectoryException e)
            {
                coordinator.ScanFailed(looked, isStopped, Messages.DirectoryFailed(e));
            }
            catch (Exception e)
            {
                // A fault of this library. Without a scanner the slots would wait for ever and say nothing.
                coordinator.ScanFailed(looked, isStopped, Messages.ScanThrew(e));
            }
        }
    }

    /// <summary>The first scan, which shows what there is to do and repairs nothing.</summary>
    /// <exception cref="SharedDirectoryException">The directory cannot be listed.</exception>
    public async ValueTask ScanFirst() =>
        await Scan(time.GetTimestamp(), coordinator.BeginScan().Changes, isStopped: false, repairs: false).ConfigureAwait(false);

    private async ValueTask Scan(long looked, long changes, bool isStopped, bool repairs)
    {
        var names = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var states = StateFile.LatestOf(names);
        var duplicates = names.Select(SweepLayout.DuplicateOf).OfType<(int Point, string Worker)>().ToLookup(d => d.Point, d => d.Worker);
        var owners = states.Values.Where(file => file.IsHeld).Select(file => file.Owner!)
            .Concat(duplicates.SelectMany(workers => workers))
            .Where(owner => owner != me.Id)
            .ToHashSet(StringComparer.Ordinal);
        var (workers, living) = await fleet.Look(owners, isFirst: !repairs && !isStopped).ConfigureAwait(false);
        otherBuilds.Note(workers);
        var report = new ScanReport
        {
            States = states,
            Duplicates = duplicates,
            Workers = workers,
            Living = living,
            Looked = looked,
            Changes = changes,
            WasStopped = isStopped,
        };
        var candidates = coordinator.Scanned(report);
        if (!repairs)
            return;
        var isSomethingMissing = await reconciler.Reconcile(
            candidates,
            owner => ValueTask.FromResult(report.Workers.TryGetValue(owner, out var sighting) ? sighting.Verdict : Verdict.Alive),
            looked,
            file => coordinator.Learned(file, changes)).ConfigureAwait(false);
        coordinator.Reconciled(isSomethingMissing);

        // A dead worker's announcement would keep others from the point for ever.
        var announced = duplicates.SelectMany(d => d.Select(worker => (d.Key, worker)));
        foreach (var (point, worker) in announced.Where(d => report.IsGone(d.worker)))
            await directory.TryDelete(SweepLayout.DuplicateMarker(point, worker)).ConfigureAwait(false);
    }
}
