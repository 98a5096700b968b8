using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Reports;

/// <summary>
/// Of workers that finish together one makes the report: a worker announces itself by a file of its own name, and the others
/// wait for the report. This saves work and protects nothing: each file of a report is renamed into place whole, so two workers
/// that make it at the same time do no harm.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="worker">The id of this worker.</param>
internal sealed class ReportTurn(ISharedDirectory directory, string worker)
{
    /// <summary>Announces this worker, unless another one has the turn.</summary>
    /// <returns>Null when this worker has the turn, else the id of the one that has it.</returns>
    public async ValueTask<string?> TryTake()
    {
        if ((await Others().ConfigureAwait(false)).Min(StringComparer.Ordinal) is { } first)
            return first;
        await directory.CreateDirectory(SweepLayout.Report).ConfigureAwait(false);
        await directory.Write(SweepLayout.ReportTurn(worker), ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);

        // Two workers may both have seen nobody and then both have written their file. Each of them sees the other's now, and
        // the one whose id comes first goes on.
        var other = (await Others().ConfigureAwait(false)).Min(StringComparer.Ordinal);
        if (other is null || StringComparer.Ordinal.Compare(worker, other) < 0)
            return null;
        await GiveBack().ConfigureAwait(false);
        return other;
    }

    /// <summary>Takes this worker's announcement back.</summary>
    public async ValueTask GiveBack() => await directory.TryDelete(SweepLayout.ReportTurn(worker)).ConfigureAwait(false);

    /// <summary>Removes the announcement of a worker that has had the turn for too long. If it is not dead, two make the report.</summary>
    public async ValueTask Revoke(string other) => await directory.TryDelete(SweepLayout.ReportTurn(other)).ConfigureAwait(false);

    private async ValueTask<IEnumerable<string>> Others() =>
        (await directory.List(SweepLayout.Report).ConfigureAwait(false))
            .Select(SweepLayout.WorkerOfReportTurn).OfType<string>().Where(other => other != worker);
}
