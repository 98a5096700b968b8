namespace MultiRunner.Scheduling;

/// <summary>
/// When a worker scans the sweep directory. It scans only when a slot has nothing to do, or when something runs here for so
/// long that another worker may have finished it. It spends at most a twentieth of its time on that. A fleet of a thousand workers makes
/// 31 to 75 listings a second in its busiest minute, as <c>docs/benchmarks.md</c> says. Workers that share one order look which points
/// are left between their scans, when they lose claims; that takes at most another twentieth of their time, and all workers together make
/// fewer than 30 of these listings a second. It belongs to the <see cref="Coordinator"/>.
/// </summary>
internal sealed class ScanSchedule(TimeProvider time, Random random)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromSeconds(60);

    // What is missing counts as lost only when it is looked for often enough: see AbsenceTracker.
    private static readonly TimeSpan LongestWhileMissing = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan MostEarned = TimeSpan.FromMinutes(2);

    private const int ShareOfScanning = 20;

    // A scan makes two listings, one of the points and one of the workers; the workers share 30 listings a second.
    private const double ListingsPerScan = 2;
    private const double ListingsPerSecond = 30;

    private const double LooksPerSecond = 20;

    private TimeSpan pause;
    private TimeSpan least;
    private TimeSpan spread;
    private double jitter = 1;
    private long ended = time.GetTimestamp();
    private long idleSince;
    private bool wasIdle;
    private int living = 1;
    private long lastLook = time.GetTimestamp();
    private TimeSpan untilLook;
    private TimeSpan? scanTook;
    private TimeSpan? lookTook;

    /// <summary>This worker's share in what all workers together may list: the time between two of its scans.</summary>
    private TimeSpan Share => TimeSpan.FromSeconds(living * ListingsPerScan / ListingsPerSecond);

    /// <summary>An attempt ended here: there may be others to begin or to find ended soon.</summary>
    public void Reset() => pause = TimeSpan.Zero;

    /// <summary>A scan that began at a timestamp is over.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="workers">How many workers seem to be alive, with this one; null when the scan did not come so far.</param>
    /// <param name="forIdle">Whether a slot waited for it.</param>
    public void Scanned(long began, int? workers, bool forIdle)
    {
        ended = time.GetTimestamp();
        living = workers ?? living;
        if (forIdle)
            pause = pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;

        // Up to a quarter more or less, so that workers do not list in step; drawn once a scan, however often somebody asks.
        jitter = 0.75 + (random.NextDouble() / 2);
        var took = time.GetElapsedTime(began, ended);
        least = Later(Earned(took, scanTook), Share);
        scanTook = took;
        Looked(began, owners: 0);
    }

    /// <summary>Whether a slot may list the points, to look which are left.</summary>
    public bool MayLook => time.GetElapsedTime(lastLook) >= untilLook * jitter;

    /// <summary>A listing of the points that began at a timestamp is over.</summary>
    /// <param name="began">When it began.</param>
    /// <param name="owners">In how many workers' names points were claimed: they live, as far as is known.</param>
    public void Looked(long began, int owners)
    {
        living = Math.Max(living, owners);
        lastLook = time.GetTimestamp();
        var took = time.GetElapsedTime(began, lastLook);
        untilLook = Later(Earned(took, lookTook), TimeSpan.FromSeconds(living / LooksPerSecond));
        lookTook = took;
    }

    /// <summary>
    /// How long to wait after a listing, so that listings take a small share of the time. One that took far longer than the one before
    /// was not slow: the process was stopped meanwhile, or its server was away. A worker that waited by such a time would wait for hours.
    /// </summary>
    private static TimeSpan Earned(TimeSpan took, TimeSpan? before)
    {
        var earned = (before < took ? before.Value : took) * ShareOfScanning;
        return earned < MostEarned ? earned : MostEarned;
    }

    /// <summary>Whether something is missing in the directory, which is so only after an accident.</summary>
    public bool IsSomethingMissing { get; set; }

    /// <summary>How long from now until the next scan; null while none is needed.</summary>
    /// <param name="isIdle">Whether a slot has nothing to do.</param>
    /// <param name="untilStraggler">How long until a point of another worker counts as a straggler; null: none will.</param>
    /// <param name="oldest">How long the oldest attempt has been running here; null: none runs.</param>
    /// <param name="threshold">From which age on a point counts as a straggler.</param>
    public TimeSpan? UntilNext(bool isIdle, TimeSpan? untilStraggler, TimeSpan? oldest, TimeSpan threshold)
    {
        var since = time.GetElapsedTime(ended);
        TimeSpan? due = null;
        if (isIdle)
            due = Earlier((pause * jitter) - since, untilStraggler);
        if (oldest is { } age)
            due = Earlier(due, age < threshold ? threshold - age : Clamp(age / 16) - since);
        if (due is null)
            return null;
        var earliest = Later((least * jitter) - since, UntilSpread(isIdle));
        var next = Later(due.Value, earliest);
        return IsSomethingMissing && next > LongestWhileMissing - since ? LongestWhileMissing - since : next;
    }

    /// <summary>Workers that run out of points at the same moment do not all list at once.</summary>
    private TimeSpan UntilSpread(bool isIdle)
    {
        if (isIdle && !wasIdle)
            (idleSince, spread) = (time.GetTimestamp(), Share * random.NextDouble());
        wasIdle = isIdle;
        return isIdle ? spread - time.GetElapsedTime(idleSince) : TimeSpan.Zero;
    }

    private static TimeSpan? Earlier(TimeSpan? a, TimeSpan? b) => a is null || b < a ? b ?? a : a;

    private static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Clamp(TimeSpan watch) => watch < ShortestWatch ? ShortestWatch : watch > LongestWatch ? LongestWatch : watch;
}
