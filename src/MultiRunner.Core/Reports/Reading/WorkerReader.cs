using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads what each worker last wrote about itself.</summary>
internal sealed class WorkerReader(ReportSource source)
{
    private const string Crash = "crash";

    /// <summary>Every worker with a readable record. The one that finished most comes first; of equals the id decides.</summary>
    /// <param name="failures">The failed attempts; a crash among them tells that others took its worker for dead.</param>
    public async ValueTask<IReadOnlyList<ReportWorker>> Read(IEnumerable<ReportFailure> failures)
    {
        var dead = failures.Where(f => f.Kind == Crash).Select(f => f.Worker).ToHashSet(StringComparer.Ordinal);
        var workers = new List<ReportWorker>();
        foreach (var (id, record) in await source.ReadWorkers().ConfigureAwait(false))
        {
            var state = record.State == WorkerStates.Running && dead.Contains(id) ? ReportWorker.Lost : record.State;
            workers.Add(new ReportWorker(
                id,
                record.Worker.Host,
                state,
                record.Finished,
                record.Errors,
                record.BusySeconds,
                record.Started,
                record.Updated,
                record.Assembly,
                record.Reason));
        }

        return [.. workers.OrderByDescending(w => w.Finished).ThenBy(w => w.Id, StringComparer.Ordinal)];
    }
}
