using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Reports.Live;

/// <summary>
/// Looks at a sweep again and again. A look costs four listings, the records of the workers that have not exited, and what is new. It
/// changes nothing, and never throws for what it finds.
/// </summary>
/// <param name="directory">The sweep directory.</param>
/// <param name="path">Its path, for people.</param>
/// <param name="me">The process that looks. It can tell of workers on its own system whether they are gone.</param>
/// <param name="time">Says what time it is.</param>
internal sealed class LiveSweepReader(ISharedDirectory directory, string path, WorkerIdentity me, TimeProvider time)
{
    // A look at a large sweep takes about as long without any result.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(0.5);

    private readonly SweepLookReader looks = new(directory);
    private readonly ResultTally results = new(directory, new Random());
    private readonly AttemptTally attempts = new(directory);
    private readonly ClaimClock clock = new(time);
    private readonly StatusSummary summary = new(path, me, time);
    private readonly Dictionary<int, IReadOnlyList<CanonicalJson?>> arguments = [];
    private TimeLeft? timeLeft;
    private LiveSweep? last;
    private (HashSet<int> Points, Configuration? Configuration)? best;
    private Manifest? manifest;

    /// <summary>Looks once.</summary>
    /// <param name="selected">The points that are wanted; null for all that count.</param>
    public async ValueTask<LiveSweep> Look(IReadOnlyCollection<int>? selected = null)
    {
        var look = await looks.Read().ConfigureAwait(false);

        // A listing that failed would look like a sweep that nobody has begun.
        if (!look.IsListed && last is not null)
            return last with { Status = last.Status with { Warnings = look.Warnings } };
        clock.Update(look);
        if (!ReferenceEquals(look.Manifest, manifest))
        {
            manifest = look.Manifest;
            arguments.Clear();
        }

        var hasChanged = false;
        var began = time.GetTimestamp();
        while (await results.Update(look).ConfigureAwait(false))
        {
            hasChanged = true;
            if (time.GetElapsedTime(began) > LongestReading)
                break;
        }

        await attempts.Update(look).ConfigureAwait(false);
        var points = (selected ?? look.Points).ToHashSet();
        var status = summary.Of(look, points, clock, timeLeft ??= new TimeLeft(results.Durations));
        var finished = FinishedBy(look, points);
        var errors = ErrorsBy(look, points);
        var (here, former) = Workers(look, status, finished, errors);
        return last = new LiveSweep
        {
            Status = status with { Warnings = [.. status.Warnings, .. results.Warnings] },
            Objective = manifest?.Objective,
            Parameters = [.. (manifest?.Parameters ?? []).Select(p => p.Name)],
            Repeats = [.. (manifest?.Parameters ?? []).Where(p => p.Repeat == true).Select(p => p.Name)],
            Best = BestOf(points, hasChanged),
            Unread = status.Counts.Finished - finished.Values.Sum() - results.Damaged.Count(points.Contains),
            HasPoints = manifest is not null || look.States.Count > 0,
            Workers = here,
            Former = former,
            FailedAttempts = errors.Values.Sum(),
            Failures = attempts.At(points),
        };
    }

    /// <summary>
    /// How many points each worker finished. Results say so, and the names of points whose results are about to be sealed. What a worker
    /// says of itself is as old as its last beat, and counts points that were put back since.
    /// </summary>
    private Dictionary<string, int> FinishedBy(SweepLook look, HashSet<int> points) => points
        .Select(point => look.StateOf(point) switch
        {
            PointState.Committed => results.Points.GetValueOrDefault(point)?.Worker ?? look.States[point].Owner,
            PointState.Finished => results.Points.GetValueOrDefault(point)?.Worker,
            _ => null,
        })
        .OfType<string>()
        .CountBy(worker => worker, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, int> ErrorsBy(SweepLook look, HashSet<int> points) => look.Attempts
        .Where(name => SweepLayout.PointOfAttempt(name) is { } point && points.Contains(point))
        .CountBy(name => SweepLayout.WorkerOfAttempt(name)!, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private (IReadOnlyList<LiveWorker> Here, FormerWorkers Former) Workers(
        SweepLook look, SweepStatus status, Dictionary<string, int> finished, Dictionary<string, int> errors)
    {
        var running = look.Records.ToDictionary(r => r.Id, r => r.Record.Running, StringComparer.Ordinal);
        var here = status.Workers.Where(w => w.Live || w.Silent || w.Running.Count > 0).ToList();
        var workers = here.ConvertAll(worker => new LiveWorker(
            worker,
            finished.GetValueOrDefault(worker.Id),
            errors.GetValueOrDefault(worker.Id),
            [.. RunningAt(look, worker, running[worker.Id]).OrderByDescending(point => point.Seconds)]));
        var former = status.Workers.Except(here).ToList();
        return (workers, new FormerWorkers(
            former.Count(w => w.State == WorkerStates.Exited),
            former.Count(w => w.State != WorkerStates.Exited),
            finished.Values.Sum() - workers.Sum(w => w.Finished),
            errors.Values.Sum() - workers.Sum(w => w.Errors)));
    }

    /// <summary>The points that a worker has claimed, and those of others that it runs, too, and that are still running.</summary>
    private IEnumerable<LivePoint> RunningAt(SweepLook look, StatusWorker worker, IReadOnlyList<RunningPoint> said)
    {
        var duplicates = said.Select(r => r.Point)
            .Where(point => look.States.TryGetValue(point, out var file) && file.State == PointState.Running && file.Owner != worker.Id);
        return worker.Running.Select(point => Of(point, isDuplicate: false))
            .Concat(worker.Live ? duplicates.Select(point => Of(point, isDuplicate: true)) : []);

        LivePoint Of(int point, bool isDuplicate) => new(point, ArgumentsOf(point), clock.SecondsOf(point, worker.Id), isDuplicate);
    }

    private IReadOnlyList<CanonicalJson?> ArgumentsOf(int point)
    {
        if (manifest is null || point >= manifest.Points.Count)
            return [];
        if (!arguments.TryGetValue(point, out var known))
            arguments[point] = known = PointArguments.InOrder(manifest.Points[point], [.. manifest.Parameters.Select(p => p.Name)]);
        return known;
    }

    private Configuration? BestOf(HashSet<int> points, bool hasChanged)
    {
        if (manifest?.Objective is not { } objective)
            return null;
        if (!hasChanged && best is { } known && known.Points.SetEquals(points))
            return known.Configuration;
        var parameters = manifest.Parameters.Select(p => p.Name).ToList();
        var repeats = manifest.Parameters.Where(p => p.Repeat == true).Select(p => p.Name).ToList();

        // Where there are repeats, those without a result belong to their configuration, too: its mean is one of fewer values then.
        var read = points.Order()
            .Select(point => results.Points.TryGetValue(point, out var found) ? found : repeats.Count > 0 ? WithoutResult(point) : null)
            .OfType<ReportPoint>()
            .ToList();
        var measured = new Configurations(parameters, repeats, objective).Of(read)
            .Where(c => c.Objective is not null && !double.IsNaN(c.Objective.Mean))
            .ToList();
        var first = measured.Aggregate(
            (Configuration?)null,
            (a, b) => a is null || objective.IsBetter(b.Objective!.Mean, a.Objective!.Mean) ? b : a);
        var tied = measured.Count(c => c.Objective!.Mean.Equals(first?.Objective!.Mean));
        best = (points, first is not null && tied > 1 ? first with { Tied = tied } : first);
        return best.Value.Configuration;
    }

    private ReportPoint WithoutResult(int point) => new()
    {
        Index = point,
        State = PointState.ToRun,
        Key = manifest!.Points[point],
        Arguments = ArgumentsOf(point),
    };
}
