using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>
/// Which points of other workers have been running for so long that an idle worker runs them as well (a "backup task" in
/// Dean and Ghemawat, MapReduce, OSDI 2004, section 3.6). It belongs to the <see cref="Coordinator"/>.
/// </summary>
internal sealed class Stragglers(WorkerIdentity me, SweepOptions options, TimeProvider time, Random random)
{
    // With fewer than twice as many workers it is the oldest point that is taken.
    private const int WorkersPerDraw = 10;

    // Below this a duplicate saves nobody anything.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly Durations durations = new();
    private TimeSpan? usualElsewhere;

    /// <summary>
    /// The points that others are running and that may be duplicated. What has been running for longest comes first, with few workers.
    /// </summary>
    public IReadOnlyList<int> Candidates { get; private set; } = [];

    /// <summary>
    /// From which age on a point counts as a straggler; null while nothing is known. A tenth longer than the median, since
    /// half of all points take longer than the median itself; and longer than any point took here, since some points of a
    /// grid are slow wherever they run.
    /// </summary>
    public TimeSpan? Threshold
    {
        get
        {
            if (options.Speculation == Speculation.Always)
                return TimeSpan.Zero;
            if ((durations.Median ?? usualElsewhere) is not { } usual)
                return null;
            var threshold = usual * 1.1;
            threshold = durations.Longest > threshold ? durations.Longest : threshold;
            return threshold > Least ? threshold : Least;
        }
    }

    /// <summary>
    /// From which age on another worker may have run a point of this worker. Without duplicates that takes a whole lease in
    /// which this worker was silent.
    /// </summary>
    public TimeSpan OwnThreshold => options.Speculation == Speculation.Never ? options.Lease : Threshold ?? Least;

    /// <summary>A point was finished here.</summary>
    public void Finished(TimeSpan took) => durations.Add(took);

    /// <summary>Takes in a scan.</summary>
    public void Update(PointTable table, ScanReport scan)
    {
        usualElsewhere = MeanOf(scan.Workers.Values);
        Candidates = options.Speculation == Speculation.Never
            ? []
            : Drawn(table, [.. OldestFirst(table, scan)], scan.Living);
    }

    private IEnumerable<int> OldestFirst(PointTable table, ScanReport scan) =>
        table.Points.Where(point => MayBeDuplicated(table[point], point, scan)).OrderBy(point => table[point].RunningSince);

    /// <summary>
    /// The oldest ones that are late are shuffled: as many as a tenth of the workers. Workers whose scans overlap see the same points, and
    /// if each of them tried the oldest one, all but one would have listed the points for nothing.
    /// </summary>
    private int[] Drawn(PointTable table, int[] candidates, int living)
    {
        var late = candidates
            .Take(living / WorkersPerDraw)
            .TakeWhile(point => time.GetElapsedTime(table[point].RunningSince) >= Threshold)
            .Count();
        random.Shuffle(candidates.AsSpan(0, late));
        return candidates;
    }

    /// <summary>
    /// Another worker was faster to announce a duplicate, or the point had ended. What is known of the other candidates is as old, so
    /// none of them is tried before the next scan. A thousand idle workers would otherwise all try one candidate after the other, and
    /// each try lists the points.
    /// </summary>
    public void Lost() => Candidates = [];

    /// <summary>The point to duplicate first, and how long it is until it counts as a straggler; null: there is none.</summary>
    public (int Point, TimeSpan Until)? Next(PointTable table)
    {
        if (Threshold is not { } threshold)
            return null;
        foreach (var point in Candidates)
        {
            if (table[point] is { Status: PointStatus.RunningElsewhere, IsBarred: false } entry)
                return (point, threshold - time.GetElapsedTime(entry.RunningSince));
        }

        return null;
    }

    /// <summary>
    /// A dead worker's claim is taken back instead, and its attempt counted: if the point killed it, a duplicate would be
    /// killed as well, and nobody would count that.
    /// </summary>
    private bool MayBeDuplicated(PointEntry entry, int point, ScanReport scan) =>
        entry is { Status: PointStatus.RunningElsewhere, IsBarred: false, File.Owner: { } owner }
        && !scan.IsGone(owner)
        && !scan.Duplicates[point].Any(other => other != me.Id && !scan.IsGone(other));

    /// <summary>For a worker that has not finished a point itself: the mean of the others.</summary>
    private static TimeSpan? MeanOf(IEnumerable<WorkerSighting> workers)
    {
        var (finished, busy) = (0, 0.0);
        foreach (var worker in workers)
            (finished, busy) = (finished + (worker.Record?.Finished ?? 0), busy + (worker.Record?.BusySeconds ?? 0));
        return finished > 0 ? TimeSpan.FromSeconds(busy / finished) : null;
    }
}
