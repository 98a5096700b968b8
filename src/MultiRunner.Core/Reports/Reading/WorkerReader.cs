using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads what each worker last wrote about itself.</summary>
internal sealed class WorkerReader(ReportSource source)
{
    /// <summary>Every worker with a readable record.</summary>
    /// <param name="listing">
    /// The names in the sweep directory: which workers hold a point, and which were taken for dead while they did.
    /// </param>
    public async ValueTask<FoundWorkers> Read(SweepListing listing)
    {
        var crashed = LiveWorkers.Crashed(listing.Attempts);
        var owners = listing.States.Values.Select(file => file.Owner).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = (await source.ReadWorkers().ConfigureAwait(false))
            .Select(w => (w.Record, Worker: WorkerOf(w.Id, w.Record, crashed)))
            .OrderByDescending(w => w.Worker.Finished)
            .ThenBy(w => w.Worker.Id, StringComparer.Ordinal)
            .ToLookup(w => owners.Contains(w.Worker.Id) || HasRun(w.Record, w.Worker), w => w.Worker);
        return new FoundWorkers([.. found[true]], [.. found[false]]);
    }

    private static ReportWorker WorkerOf(string id, WorkerRecord record, IReadOnlySet<string> crashed) => new(
        id,
        record.Worker.Host,
        record.State == WorkerStates.Running && crashed.Contains(id) ? ReportWorker.Lost : record.State,
        record.Finished,
        record.Errors,
        record.BusySeconds,
        record.Started,
        record.Updated,
        record.Assembly,
        record.Reason);

    /// <summary>One that died while it ran a point may have died before it had said that it runs one.</summary>
    private static bool HasRun(WorkerRecord record, ReportWorker worker) =>
        record.Finished > 0
        || record.Errors > 0
        || record.BusySeconds > 0
        || record.Running.Count > 0
        || record.Reason is not null
        || worker.State == ReportWorker.Lost;
}
