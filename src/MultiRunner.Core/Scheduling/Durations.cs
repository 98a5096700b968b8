namespace MultiRunner.Scheduling;

/// <summary>
/// How long points take on this worker: the last 64, so that the median follows when points become slower. It is asked for the median
/// at every point, so the durations are kept in order, and none is sorted again.
/// </summary>
internal sealed class Durations
{
    private const int Most = 64;

    private readonly Queue<TimeSpan> last = new(Most);
    private readonly List<TimeSpan> byLength = new(Most);

    /// <summary>The longest of all; zero before the first.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>The median of the last 64, the longer of the two in the middle; null before the first.</summary>
    public TimeSpan? Median => byLength.Count == 0 ? null : byLength[byLength.Count / 2];

    public void Add(TimeSpan duration)
    {
        Longest = duration > Longest ? duration : Longest;
        if (last.Count == Most)
            byLength.RemoveAt(byLength.BinarySearch(last.Dequeue()));
        last.Enqueue(duration);
        var place = byLength.BinarySearch(duration);
        byLength.Insert(place < 0 ? ~place : place, duration);
    }
}
