using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Filtering;

/// <summary>Finds the points of a sweep directory that a filter means. It reads results only for a filter that asks for them.</summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="manifest">Its newest manifest.</param>
/// <param name="live">Tells which workers live.</param>
internal sealed class PointSelector(ISharedDirectory directory, Manifest manifest, LiveWorkers live)
{
    /// <summary>The points of the newest code that a filter means, in order.</summary>
    /// <exception cref="FilterException">The filter is wrong for this sweep.</exception>
    public async ValueTask<IReadOnlyList<int>> Select(string text)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        var skipped = await ReadSkipped().ConfigureAwait(false);
        var filter = WithoutMetrics(text);
        Dictionary<int, PointResult>? results = null;
        if (filter is not { UsesResults: false })
        {
            results = await ReadResults(states).ConfigureAwait(false);
            var metrics = results.Values.SelectMany(result => result.Metrics.Keys)
                .Distinct(MetricNames.Comparer)
                .Order(StringComparer.Ordinal)
                .ToList();
            filter = PointFilter.Parse(text, manifest.Parameters, manifest.Points, metrics);
        }

        return [.. manifest.Current.Where(point => filter.Matches(new PointOnDisk(
            point,
            manifest.Points[point],
            states.TryGetValue(point, out var file) ? file : new StateFile(point, PointState.ToRun),
            skipped.Contains(point),
            results?.GetValueOrDefault(point))))];
    }

    /// <summary>Null: a name is not that of a parameter or property, so that it may be that of a metric.</summary>
    private PointFilter? WithoutMetrics(string text)
    {
        try
        {
            return PointFilter.Parse(text, manifest.Parameters, manifest.Points, metrics: null);
        }
        catch (FilterException e) when (e.IsUnknownName)
        {
            return null;
        }
    }

    private async ValueTask<IReadOnlySet<int>> ReadSkipped()
    {
        var attempts = (await directory.List(SweepLayout.Attempts).ConfigureAwait(false)).ToList();
        if (!SkippedPoints.MayBeIn(attempts))
            return new HashSet<int>();
        var workers = new List<(string, WorkerRecord)>();
        foreach (var id in (await directory.List(SweepLayout.Workers).ConfigureAwait(false)).Select(SweepLayout.WorkerOf).OfType<string>())
        {
            if (await HeartbeatFile.TryRead(directory, SweepLayout.Worker(id)).ConfigureAwait(false) is { } record)
                workers.Add((id, record));
        }

        return SkippedPoints.In(attempts, live.Hosts(workers, attempts));
    }

    private async ValueTask<Dictionary<int, PointResult>> ReadResults(Dictionary<int, StateFile> states)
    {
        var results = new Dictionary<int, PointResult>();
        foreach (var point in manifest.Current)
        {
            if (states.TryGetValue(point, out var file)
                && file.State is PointState.Finished or PointState.Committed
                && await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is { } json
                && PointResult.TryParse(json) is { } result)
            {
                // Results of older code may write a metric in another case. Of many points the curves would not fit into the memory.
                var metrics = new Dictionary<string, double>(result.Metrics, MetricNames.Comparer);
                results.Add(point, result with { Metrics = metrics, Curves = null, Details = null });
            }
        }

        return results;
    }

    private sealed class PointOnDisk(
        int index, CanonicalJson arguments, StateFile file, bool isSkippedIfToRun, PointResult? result) : IPointValues
    {
        public CanonicalJson? Argument(string parameter) =>
            FilterKinds.TryGet(arguments, parameter, out var value) ? new CanonicalJson(value.GetRawText()) : null;

        public double? Metric(string name) => result is not null && result.Metrics.TryGetValue(name, out var value) ? value : null;

        public string? Text(PointProperty property) => property switch
        {
            PointProperty.State => StateText,
            PointProperty.Worker => result?.Worker ?? file.Owner,
            PointProperty.Host => result?.Host,
            PointProperty.Build => result?.Assembly?.ModuleId,
            _ => null,
        };

        public double? Number(PointProperty property) => property switch
        {
            PointProperty.Point => index,
            PointProperty.Seconds => result?.Seconds,
            PointProperty.Attempt => result?.Attempt,
            _ => null,
        };

        private string StateText => file.State switch
        {
            PointState.ToRun => isSkippedIfToRun ? "skipped" : "to_run",
            PointState.Running => "running",
            PointState.Failed => "failed",
            _ => "finished",
        };
    }
}
