using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Page;

/// <summary>The workers of a page: those with a record, and after them those of which only results are left.</summary>
internal sealed class PageWorkers
{
    private readonly IReadOnlyList<ReportWorker> recorded;
    private readonly List<(string Id, string? Host)> others = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <param name="recorded">The workers of the report.</param>
    /// <param name="points">The points of the page.</param>
    public PageWorkers(IReadOnlyList<ReportWorker> recorded, IReadOnlyList<ReportPoint> points)
    {
        this.recorded = recorded;
        foreach (var worker in recorded)
            indices[worker.Id] = indices.Count;
        foreach (var point in points)
        {
            if (point.Worker is { } id && indices.TryAdd(id, indices.Count))
                others.Add((id, point.Host));
        }
    }

    /// <summary>The index of a worker in the list that <see cref="Write"/> writes; -1 for none.</summary>
    public int IndexOf(string? id) => id is null ? -1 : indices[id];

    /// <summary>Writes the list of workers.</summary>
    public void Write(PageJson json) =>
        json.Array("workers", [.. recorded.Select(WriteRecorded), .. others.Select(WriteOther)], write => write(json));

    private static Action<PageJson> WriteRecorded(ReportWorker worker) => json => json.Object(() =>
    {
        json.Text("id", worker.Id);
        json.Text("host", worker.Host);
        json.Text("state", worker.State);
        json.Integer("finished", worker.Finished);
        json.Integer("errors", worker.Errors);
        json.Number("busy", worker.BusySeconds);
        json.Integer("started", worker.Started.ToUnixTimeMilliseconds());
        json.Integer("seen", worker.LastSeen.ToUnixTimeMilliseconds());
        json.Text("reason", worker.Reason);
    });

    private static Action<PageJson> WriteOther((string Id, string? Host) worker) => json => json.Object(() =>
    {
        json.Text("id", worker.Id);
        json.Text("host", worker.Host);
    });
}
