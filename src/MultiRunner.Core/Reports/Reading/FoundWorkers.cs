using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Reading;

/// <summary>The workers with a readable record, the one that finished most first; of equals the id decides.</summary>
/// <param name="Active">Those that have run something, or are running it, or say why they stopped.</param>
/// <param name="Idle">
/// The others. They found nothing left to run, or nothing yet. A report has no row of them, so that it stays as it is when a worker only
/// finds that all is done.
/// </param>
internal sealed record FoundWorkers(IReadOnlyList<ReportWorker> Active, IReadOnlyList<ReportWorker> Idle)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<ReportWorker> All => [.. Active, .. Idle];
}
