using MultiRunner.Membership;

namespace MultiRunner.Protocol;

/// <summary>
/// Tells what has been missing for a whole lease, in one look after another. Nothing less is evidence: a name may be
/// changing during a look, a cache may hide it for 30 s, and of the time between two looks that are far apart (this process
/// ran a point, or was stopped) nothing is known. One round of looks at a time.
/// </summary>
internal sealed class AbsenceTracker(SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(15);

    private readonly Dictionary<(Missing What, int Point), Absence> absences = [];
    private int round;

    private TimeSpan LongestGap => options.Lease / 2 > ShortestGap ? options.Lease / 2 : ShortestGap;

    /// <summary>It is there.</summary>
    public void Found(Missing what, int point) => absences.Remove((what, point));

    /// <summary>
    /// It was missing in a look that began at the timestamp <paramref name="looked"/> and is over now. True: it has been
    /// missing for a lease, or for several. When in a look something was really missing is not known, least of all if this
    /// process was stopped meanwhile: so the end of the first look and the beginning of this one count.
    /// </summary>
    public bool IsLost(Missing what, int point, long looked, int leases = 1)
    {
        var now = time.GetTimestamp();
        var since = absences.TryGetValue((what, point), out var known) && time.GetElapsedTime(known.Looked, now) <= LongestGap
            ? known.Since
            : now;
        absences[(what, point)] = new Absence(since, looked, round);
        return time.GetElapsedTime(since, looked) >= options.Lease * leases;
    }

    /// <summary>A round of looks is over: what was not missing in it was there. Returns whether anything was missing.</summary>
    public bool EndRound()
    {
        foreach (var (key, absence) in absences)
        {
            if (absence.Round != round)
                absences.Remove(key);
        }

        round++;
        return absences.Count > 0;
    }

    private readonly record struct Absence(long Since, long Looked, int Round);
}
