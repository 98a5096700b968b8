using MultiRunner.Membership;

namespace MultiRunner.Protocol;

/// <summary>
/// Tells what has been missing for a whole lease, in one look after another. A shorter absence proves nothing. Another worker may
/// rename a file while this one lists the directory, and the listing then shows neither name; and the cache of a client may hide a
/// new name, on NFS for up to 60 s. When two looks are far apart, because this process ran a point or was stopped, nothing is known
/// of the time between them, and the count begins anew. The rounds of looks follow one another: it has no lock.
/// </summary>
internal sealed class AbsenceTracker(SweepOptions options, TimeProvider time)
{
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(15);

    private readonly Dictionary<(Missing What, int Point), Absence> absences = [];
    private int round;

    private TimeSpan LongestGap => options.Lease / 2 > ShortestGap ? options.Lease / 2 : ShortestGap;

    /// <summary>Notes that something is there.</summary>
    public void Found(Missing what, int point) => absences.Remove((what, point));

    /// <summary>
    /// Notes that something was missing in a look that began at the timestamp <paramref name="looked"/> and is over now. It returns
    /// true when the thing has been missing for a lease, or for as many as are asked for. Nobody knows at which moment of a look it
    /// was missing, and this process may have been stopped during the look. So the time counts from the end of the first look to the
    /// beginning of this one.
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

    /// <summary>
    /// Ends a round of looks. What was not missing in this round was there, and its absence is forgotten. It returns whether anything
    /// was missing.
    /// </summary>
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
