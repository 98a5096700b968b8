namespace MultiRunner.Sweeps;

/// <summary>
/// What one worker knows of the points that it has to report: which to try next, which run here or elsewhere, which are
/// resolved. Knowledge of others is a hint and may be old; only a rename decides. Safe for any thread.
/// </summary>
internal sealed class PointPool
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, Entry> entries = [];
    private readonly int[] order;
    private readonly Queue<int> open = [];
    private readonly Queue<int> mine = [];
    private readonly Queue<int> unwanted = [];
    private readonly Queue<StateFile> resolved = [];
    private readonly TimeProvider time;
    private int unreported;
    private int skipped;
    private int cursor;
    private long sequence;

    /// <param name="points">The points, each once.</param>
    /// <param name="random">Gives this worker an order of its own, so that workers rarely try the same point.</param>
    /// <param name="time">Tells for how long others have been seen running a point.</param>
    public PointPool(IEnumerable<int> points, Random random, TimeProvider time)
    {
        this.time = time;
        order = [.. points];
        random.Shuffle(order);
        foreach (var point in order)
            entries.Add(point, new Entry(this));
        unreported = order.Length;
    }

    private enum Status
    {
        Unknown,
        Open,
        Here,
        SkippedHere,
        Resolved,
        Reported,
    }

    /// <summary>The points, in this worker's order.</summary>
    public IReadOnlyList<int> Points => order;

    /// <summary>Whether there is nothing left to report.</summary>
    public bool IsDone
    {
        get
        {
            lock (gate)
                return unreported == 0;
        }
    }

    /// <summary>Whether every point is known to be finished or failed.</summary>
    public bool IsResolved
    {
        get
        {
            lock (gate)
                return entries.Values.All(e => e.Status is Status.Resolved or Status.Reported);
        }
    }

    /// <summary>Whether there is a point to try right now.</summary>
    public bool HasOpen
    {
        get
        {
            lock (gate)
                return open.Count + mine.Count > 0;
        }
    }

    /// <summary>Whether a listing showed a point as resolved that has not been taken yet.</summary>
    public bool HasResolved
    {
        get
        {
            lock (gate)
                return resolved.Count > 0;
        }
    }

    /// <summary>Call it before a listing is taken, and hand it to <see cref="Apply"/>: what changes meanwhile is newer than the listing.</summary>
    public long BeginListing()
    {
        lock (gate)
            return sequence;
    }

    /// <summary>Takes the next point to try. <paramref name="alreadyClaimed"/>: a listing showed the claim as this worker's.</summary>
    public bool TryTake(out int point, out bool alreadyClaimed)
    {
        lock (gate)
        {
            alreadyClaimed = mine.TryDequeue(out point);
            if (alreadyClaimed)
                return true;
            while (open.TryDequeue(out point))
            {
                if (entries[point].Status == Status.Open)
                {
                    Change(entries[point], Status.Here);
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>
    /// Takes a point that a listing showed as claimed by this worker although it will not run it: because it skipped itself
    /// here, or, with <paramref name="all"/>, because this worker runs nothing any more.
    /// </summary>
    public bool TryTakeUnwanted(bool all, out int point)
    {
        lock (gate)
        {
            if (unwanted.TryDequeue(out point))
                return true;
            if (!all || !mine.TryDequeue(out point))
                return false;
            entries[point].Status = Status.Unknown;
            return true;
        }
    }

    /// <summary>Nothing is known of it any more; a listing will tell.</summary>
    public void Forget(int point) => Set(point, Status.Unknown);

    /// <summary>A failed attempt was rolled back: it goes to the end of the queue.</summary>
    public void Requeue(int point)
    {
        lock (gate)
        {
            Change(entries[point], Status.Open);
            open.Enqueue(point);
        }
    }

    /// <summary>It skipped itself here; it is not tried here again.</summary>
    public void SkippedHere(int point, string reason)
    {
        lock (gate)
        {
            Change(entries[point], Status.SkippedHere);
            entries[point].SkipReason = reason;
            entries[point].Waiting = false;
        }
    }

    /// <summary>Its outcome is known from somewhere else than a listing.</summary>
    public void Report(int point)
    {
        lock (gate)
        {
            if (entries[point].Status != Status.Reported)
                unreported--;
            Change(entries[point], Status.Reported);
        }
    }

    /// <summary>Takes a point that a listing showed as finished or failed.</summary>
    public bool TryTakeResolved(out StateFile file)
    {
        lock (gate)
            return resolved.TryDequeue(out file);
    }

    /// <summary>
    /// Takes a point that skipped itself here. Unless <paramref name="atOnce"/>, only when nothing else is left and a listing
    /// since showed that nobody runs it: until then another worker may give it a result.
    /// </summary>
    public bool TryTakeSkipped(bool atOnce, out int point, out string reason)
    {
        lock (gate)
        {
            if (skipped > 0 && (atOnce || skipped == unreported)
                && TryFind(e => e.Status == Status.SkippedHere && (e.Waiting || atOnce), out point))
            {
                entries[point].Status = Status.Resolved;
                reason = entries[point].SkipReason!;
                return true;
            }
        }

        (point, reason) = (-1, "");
        return false;
    }

    /// <summary>Takes any point that is neither resolved nor running here, for a worker that has stopped.</summary>
    public bool TryTakeUnresolved(out int point)
    {
        lock (gate)
        {
            if (!TryFind(e => e.Status is Status.Unknown or Status.Open, out point))
                return false;
            entries[point].Status = Status.Resolved;
            return true;
        }
    }

    public void AddFailure(int point, AttemptRecord attempt)
    {
        lock (gate)
            (entries[point].Failures ??= []).Add(attempt);
    }

    /// <summary>The failed attempts of this worker at a point.</summary>
    public IReadOnlyList<AttemptRecord> FailuresAt(int point)
    {
        lock (gate)
            return entries[point].Failures is { } failures ? [.. failures] : [];
    }

    /// <summary>
    /// Takes in a listing. <paramref name="me"/> is this worker: a claim in its name that no slot runs is one whose reply
    /// was lost, and is taken up.
    /// </summary>
    public void Apply(IReadOnlyDictionary<int, StateFile> states, string me, long begun)
    {
        lock (gate)
        {
            foreach (var point in order)
            {
                var entry = entries[point];
                if (entry.Status is Status.Here or Status.Resolved or Status.Reported
                    || entry.Changed > begun
                    || !states.TryGetValue(point, out var file))
                {
                    continue;
                }

                if (file.State != PointState.Running)
                {
                    entry.Owner = null;
                }
                else if (entry.Owner != file.Owner)
                {
                    entry.Owner = file.Owner;
                    entry.OwnedSince = time.GetTimestamp();
                }

                switch (file.State)
                {
                    case PointState.Finished or PointState.Failed:
                        entry.Status = Status.Resolved;
                        resolved.Enqueue(file);
                        break;
                    case PointState.Running when file.Owner == me && entry.Status == Status.SkippedHere:
                        entry.Waiting = false;
                        unwanted.Enqueue(point);
                        break;
                    case PointState.Running when file.Owner == me:
                        entry.Status = Status.Here;
                        mine.Enqueue(point);
                        break;
                    case PointState.ToRun when entry.Status == Status.Unknown:
                        entry.Status = Status.Open;
                        open.Enqueue(point);
                        break;
                    default:
                        entry.Waiting = file.State == PointState.ToRun;
                        break;
                }
            }
        }
    }

    /// <summary>The points that others are running, and for how long at least they have been; the longest first.</summary>
    public IReadOnlyList<(int Point, string Owner, TimeSpan Age)> Stragglers()
    {
        var now = time.GetTimestamp();
        lock (gate)
        {
            return [.. order
                .Where(p => entries[p] is { Status: Status.Unknown, Owner: not null, NoDuplicate: false })
                .Select(p => (p, entries[p].Owner!, time.GetElapsedTime(entries[p].OwnedSince, now)))
                .OrderByDescending(s => s.Item3)];
        }
    }

    /// <summary>Takes a point that another worker is running.</summary>
    public bool TryTakeForDuplicate(int point)
    {
        lock (gate)
        {
            if (entries[point].Status != Status.Unknown)
                return false;
            Change(entries[point], Status.Here);
            return true;
        }
    }

    /// <summary>A duplicate did not succeed; whoever holds the claim decides, and this worker does not try again.</summary>
    public void GiveUpDuplicate(int point)
    {
        lock (gate)
        {
            Change(entries[point], Status.Unknown);
            entries[point].NoDuplicate = true;
        }
    }

    /// <summary>Whether no slot of this worker has the point in hand.</summary>
    public bool IsIdle(int point)
    {
        lock (gate)
            return entries[point].Status is Status.Unknown or Status.Open or Status.SkippedHere;
    }

    /// <summary>Looks on from where it last found one: a worker that takes all such points, one by one, walks over them once.</summary>
    private bool TryFind(Predicate<Entry> wanted, out int point)
    {
        for (var i = 0; i < order.Length; i++)
        {
            point = order[cursor];
            if (wanted(entries[point]))
                return true;
            cursor = (cursor + 1) % order.Length;
        }

        point = -1;
        return false;
    }

    private void Change(Entry entry, Status status)
    {
        entry.Status = status;
        entry.Changed = ++sequence;
    }

    private void Set(int point, Status status)
    {
        lock (gate)
            Change(entries[point], status);
    }

    private sealed class Entry(PointPool pool)
    {
        public Status Status
        {
            get;
            set
            {
                // Counted here, where no change can be forgotten.
                pool.skipped += (value == Status.SkippedHere ? 1 : 0) - (field == Status.SkippedHere ? 1 : 0);
                field = value;
            }
        }

        public long Changed { get; set; }

        public bool Waiting { get; set; }

        public string? Owner { get; set; }

        public long OwnedSince { get; set; }

        public bool NoDuplicate { get; set; }

        public string? SkipReason { get; set; }

        public List<AttemptRecord>? Failures { get; set; }
    }
}
