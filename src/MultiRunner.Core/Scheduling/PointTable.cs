namespace MultiRunner.Scheduling;

/// <summary>
/// The points that one worker has to report, each with its status, and the queues that follow from them. It belongs to the
/// <see cref="Coordinator"/> and is used under its lock only.
/// </summary>
internal sealed class PointTable
{
    private readonly Dictionary<int, PointEntry> entries = [];
    private int[] order = [];
    private readonly int[] counts = new int[Enum.GetValues<PointStatus>().Length];
    private OpenPoints open = new([]);
    private readonly Queue<int> held = [];
    private readonly Queue<int> unwanted = [];
    private readonly Queue<int> resolved = [];
    private int cursor;
    private long changes;

    /// <summary>Sets the points, each once; before anything else.</summary>
    /// <param name="points">The points, in the order in which this worker takes them.</param>
    public void Begin(int[] points)
    {
        order = points;
        open = new OpenPoints(order);
        for (var rank = 0; rank < order.Length; rank++)
            entries.Add(order[rank], new PointEntry { Rank = rank });
        counts[(int)PointStatus.Unknown] = order.Length;
    }

    /// <summary>The points, in this worker's order.</summary>
    public IReadOnlyList<int> Points => order;

    /// <summary>Grows with every change that a slot makes. What changes after a listing began is newer than the listing.</summary>
    public long Changes => changes;

    /// <summary>How many points there are that have not been reported.</summary>
    public int Unreported => order.Length - Count(PointStatus.Reported);

    /// <summary>How many points have a status.</summary>
    public int Count(PointStatus status) => counts[(int)status];

    public PointEntry this[int point] => entries[point];

    /// <summary>Something happened to a point; returns what is left to do about it.</summary>
    /// <exception cref="InvalidOperationException">It cannot happen in the point's status, which is a fault of this library.</exception>
    public PointEffect Apply(int point, PointEvent what)
    {
        var entry = entries[point];
        if (TransitionTable.Find(entry.Status, what) is not var (next, effect))
            throw new InvalidOperationException($"Point {point} is {entry.Status}, and then {what} cannot happen.");
        if (entry.Status == PointStatus.Open)
            open.Remove(entry.Rank, entry.PutBacks);
        if (what == PointEvent.PutBack)
            entry.PutBacks++;
        if (next == PointStatus.Open)
            open.Add(entry.Rank, entry.PutBacks);
        counts[(int)entry.Status]--;
        counts[(int)next]++;
        entry.Status = next;
        if (what is not (PointEvent.SeenToRun
            or PointEvent.SeenElsewhere
            or PointEvent.SeenMine
            or PointEvent.SeenCommitted
            or PointEvent.SeenFinished
            or PointEvent.SeenFailed))
            entry.Changed = ++changes;
        switch (effect)
        {
            case PointEffect.Hold:
                held.Enqueue(point);
                break;
            case PointEffect.Release:
                unwanted.Enqueue(point);
                break;
            case PointEffect.Describe:
                resolved.Enqueue(point);
                break;
            case PointEffect.Bar:
                entry.IsBarred = true;
                break;
        }

        return effect;
    }

    /// <summary>Whether there is a point to claim.</summary>
    public bool HasOpen => open.Count > 0;

    /// <summary>Whether there is a claim to take up.</summary>
    public bool HasHeld => Has(held, PointStatus.Held);

    /// <summary>The next point to claim: one of the first few, which is drawn.</summary>
    /// <param name="width">How many the few are.</param>
    /// <param name="random">Draws one. Without others the dice are not asked.</param>
    public int NextOpen(int width, Random random) => open.At(width == 1 ? 0 : random.Next(Math.Min(width, open.Count)));

    /// <summary>A claim that this worker holds and that no slot knows of.</summary>
    public bool TryNextHeld(out int point) => TryNext(held, PointStatus.Held, out point);

    /// <summary>A point whose outcome can be read.</summary>
    public bool TryNextResolved(out int point) => TryNext(resolved, PointStatus.Resolved, out point);

    /// <summary>A claim of this worker on a point that it will not run.</summary>
    public bool TryNextUnwanted(out int point) => unwanted.TryDequeue(out point);

    /// <summary>
    /// Any point of a status. It looks on from where it last found one, so that a worker that takes all such points, one by
    /// one, walks over them once.
    /// </summary>
    public bool TryFind(out int point, params ReadOnlySpan<PointStatus> wanted)
    {
        var any = 0;
        foreach (var status in wanted)
            any += Count(status);
        for (var i = 0; any > 0 && i < order.Length; i++)
        {
            point = order[cursor];
            if (wanted.Contains(entries[point].Status))
                return true;
            cursor = (cursor + 1) % order.Length;
        }

        point = -1;
        return false;
    }

    // A point may have left the status for which it was queued, and may have been queued again since.
    private bool TryNext(Queue<int> queue, PointStatus status, out int point)
    {
        if (!Has(queue, status))
        {
            point = -1;
            return false;
        }

        point = queue.Dequeue();
        return true;
    }

    private bool Has(Queue<int> queue, PointStatus status)
    {
        while (queue.TryPeek(out var point))
        {
            if (entries[point].Status == status)
                return true;
            queue.Dequeue();
        }

        return false;
    }
}
