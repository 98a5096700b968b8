using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>Reads what each worker last wrote about itself.</summary>
internal sealed class WorkerReader(ReportSource source)
{
    /// <summary>Every worker with a readable record: whoever finished most first, then by id.</summary>
    /// <param name="failures">The failed attempts; a crash among them tells that others took its worker for dead.</param>
    public async ValueTask<IReadOnlyList<ReportWorker>> Read(IEnumerable<ReportFailure> failures)
    {
        var dead = failures.Where(f => f.Kind == "crash").Select(f => f.Worker).ToHashSet(StringComparer.Ordinal);
        var workers = new List<ReportWorker>();
        foreach (var name in await source.List(SweepLayout.Workers).ConfigureAwait(false))
        {
            if (SweepLayout.WorkerOf(name) is not { } id
                || await source.Read(SweepLayout.Worker(id), SweepJson.Readable.WorkerRecord).ConfigureAwait(false) is not { } record)
            {
                continue;
            }

            var state = record.State == WorkerStates.Running && dead.Contains(id) ? ReportWorker.Lost : record.State;
            workers.Add(new ReportWorker(id, record.Worker.Host, state, record.Finished, record.Errors, record.BusySeconds, record.Updated, record.Reason));
        }

        return [.. workers.OrderByDescending(w => w.Finished).ThenBy(w => w.Id, StringComparer.Ordinal)];
    }
}
