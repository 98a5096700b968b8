namespace MultiRunner.Sweeps;

/// <summary>How long points take on this worker. Safe for any thread.</summary>
internal sealed class Durations
{
    private readonly Lock gate = new();
    private readonly List<TimeSpan> sorted = [];

    public void Add(TimeSpan duration)
    {
        lock (gate)
        {
            var index = sorted.BinarySearch(duration);
            sorted.Insert(index < 0 ? ~index : index, duration);
        }
    }

    /// <summary>The median, or null before the first.</summary>
    public TimeSpan? Median
    {
        get
        {
            lock (gate)
                return sorted.Count == 0 ? null : sorted[sorted.Count / 2];
        }
    }
}
