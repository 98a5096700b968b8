namespace MultiRunner.Scheduling;

/// <summary>How long points take on this worker: the last 64, so that the median follows when points become slower.</summary>
internal sealed class Durations
{
    private const int Most = 64;

    private readonly List<TimeSpan> last = new(Most);
    private int next;
    private TimeSpan? median;

    /// <summary>The longest of all; zero before the first.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>The median of the last 64, the longer of the two in the middle; null before the first.</summary>
    public TimeSpan? Median
    {
        get
        {
            if (median is null && last.Count > 0)
            {
                TimeSpan[] sorted = [.. last];
                Array.Sort(sorted);
                median = sorted[sorted.Length / 2];
            }

            return median;
        }
    }

    public void Add(TimeSpan duration)
    {
        Longest = duration > Longest ? duration : Longest;
        median = null;
        if (last.Count < Most)
        {
            last.Add(duration);
            return;
        }

        last[next] = duration;
        next = (next + 1) % Most;
    }
}
