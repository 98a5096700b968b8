using MultiRunner.Format;

namespace MultiRunner.Reports.Reading;

/// <summary>The points that some worker that runs was asked to run.</summary>
internal sealed class Selection
{
    private readonly IReadOnlySet<int>? points;

    private Selection(IReadOnlySet<int>? points) => this.points = points;

    /// <summary>
    /// The points of the workers that take points and seem to live. A worker that does not say what it was asked for may run every
    /// point. When there is no worker, nobody knows what the next one will be asked for.
    /// </summary>
    public static Selection Of(IEnumerable<(string Id, WorkerRecord Record)> records, IReadOnlySet<string> living)
    {
        var texts = records
            .Where(r => r.Record.State == WorkerStates.Running && living.Contains(r.Id))
            .Select(r => r.Record.Selected)
            .Distinct()
            .ToList();
        if (texts.Count == 0 || texts.Contains(null))
            return new Selection(null);
        var all = new HashSet<int>();
        foreach (var text in texts)
        {
            if (text!.Length > 0 && PointRanges.TryParse(text, out _) is var some)
            {
                if (some is null)
                    return new Selection(null);
                all.UnionWith(some);
            }
        }

        return new Selection(all);
    }

    /// <summary>Whether a worker may run the point.</summary>
    public bool Has(int point) => points?.Contains(point) ?? true;
}
