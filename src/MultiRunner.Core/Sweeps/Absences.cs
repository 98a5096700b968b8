namespace MultiRunner.Sweeps;

/// <summary>
/// Tells what has been missing for a whole lease, in one look after another. Nothing less is evidence: a name may be
/// changing during a look, a cache may hide it for 30 s, and of the time between two looks that are far apart (this process
/// ran a point, or was stopped) nothing is known.
/// </summary>
internal sealed class Absences(SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, Absence> absences = new(StringComparer.Ordinal);

    private TimeSpan LongestGap => options.Lease / 2 > ShortestGap ? options.Lease / 2 : ShortestGap;

    /// <summary>It is there.</summary>
    public void Seen(string key) => absences.Remove(key);

    /// <summary>
    /// It was missing in a look that began at the timestamp <paramref name="looked"/> and is over now. True: it has been
    /// missing for a lease, or for several. When in a look something was really missing is not known, least of all if this process was
    /// stopped meanwhile: so the end of the first look and the beginning of this one count.
    /// </summary>
    public bool HaveLasted(string key, long looked, int leases = 1)
    {
        var now = time.GetTimestamp();
        var since = absences.TryGetValue(key, out var known) && time.GetElapsedTime(known.Looked, now) <= LongestGap ? known.Since : now;
        absences[key] = new Absence(since, looked);
        return time.GetElapsedTime(since, looked) >= options.Lease * leases;
    }

    private readonly record struct Absence(long Since, long Looked);
}
