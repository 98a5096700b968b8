namespace MultiRunner.Sweeps;

/// <summary>How long points take on this worker. Safe for any thread.</summary>
internal sealed class Durations
{
    private readonly Lock gate = new();

    // Two heaps that meet at the median: adding to a sorted list would cost the more, the more points have run.
    private readonly PriorityQueue<TimeSpan, TimeSpan> shorter = new(Comparer<TimeSpan>.Create((a, b) => b.CompareTo(a)));
    private readonly PriorityQueue<TimeSpan, TimeSpan> longer = new();

    private TimeSpan longest;

    public void Add(TimeSpan duration)
    {
        lock (gate)
        {
            longest = duration > longest ? duration : longest;

            // By way of the other heap, so that everything in the one stays below everything in the other.
            if (longer.Count > shorter.Count)
            {
                var least = longer.EnqueueDequeue(duration, duration);
                shorter.Enqueue(least, least);
            }
            else
            {
                var most = shorter.EnqueueDequeue(duration, duration);
                longer.Enqueue(most, most);
            }
        }
    }

    /// <summary>The median, the longer of the two in the middle; or null before the first.</summary>
    public TimeSpan? Median
    {
        get
        {
            lock (gate)
                return longer.TryPeek(out var median, out _) ? median : null;
        }
    }

    /// <summary>The longest; zero before the first.</summary>
    public TimeSpan Longest
    {
        get
        {
            lock (gate)
                return longest;
        }
    }
}
