using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Filtering;

/// <summary>Tells which results the newest build of the code has made, and which an older one.</summary>
internal sealed class SweepBuilds(ISharedDirectory directory)
{
    /// <summary>
    /// Those of the points whose result was made by another build than the newest one. That is the build of the worker that started
    /// last, by the clocks of the workers; where no worker says what it runs, it is the build of the result that was started last.
    /// </summary>
    public async ValueTask<IReadOnlyList<int>> OlderOf(IEnumerable<int> points)
    {
        var newest = await OfWorkers().ConfigureAwait(false);
        var builds = new List<(int Point, string Build)>();
        DateTimeOffset? last = null;
        var fromResults = newest is null;
        foreach (var point in points)
        {
            if (await directory.TryRead(SweepLayout.Result(point)).ConfigureAwait(false) is not { } json
                || PointResult.TryParse(json) is not { Assembly: { } build } result)
            {
                continue;
            }

            builds.Add((point, build.ModuleId));
            if (fromResults && (last is null || result.Started > last))
                (last, newest) = (result.Started, build.ModuleId);
        }

        return [.. builds.Where(b => b.Build != newest).Select(b => b.Point)];
    }

    private async ValueTask<string?> OfWorkers()
    {
        WorkerRecord? last = null;
        var names = await directory.List(SweepLayout.Workers).ConfigureAwait(false);
        foreach (var worker in names.Select(SweepLayout.WorkerOf).OfType<string>())
        {
            var path = SweepLayout.Worker(worker);
            if (await HeartbeatFile.TryRead(directory, path).ConfigureAwait(false) is { Assembly: not null } record
                && (last is null || record.Started > last.Started))
            {
                last = record;
            }
        }

        return last?.Assembly?.ModuleId;
    }
}
