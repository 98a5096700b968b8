namespace MultiRunner.Format;

/// <summary>Tells which points nobody is going to run, because they skipped themselves wherever somebody could try them.</summary>
internal static class SkippedPoints
{
    /// <summary>
    /// The points that have a record of a skip on each of these hosts, on any host if none is named, and no record of a failed attempt
    /// on another host. Such a point is skipped as long as its state file says that it is to be run. A point that failed on a host, and
    /// has not skipped itself there, is not: that host would try it again. Nor is a point that skipped itself on one host while a worker
    /// of another host lives that has not skipped it: that worker tries it.
    /// </summary>
    /// <param name="names">The names in <see cref="SweepLayout.Attempts"/>.</param>
    /// <param name="hosts">The hosts on which workers live, as <see cref="WorkerIdentity.HostInNames"/> has them.</param>
    public static IReadOnlySet<int> In(IReadOnlyCollection<string> names, IReadOnlySet<string> hosts)
    {
        var skips = names.Select(SweepLayout.SkipOf).OfType<(int Point, string Host)>().ToHashSet();
        var skipped = skips.GroupBy(skip => skip.Point, skip => skip.Host)
            .Where(point => hosts.IsSubsetOf(point))
            .Select(point => point.Key)
            .ToHashSet();
        if (skipped.Count > 0)
            skipped.ExceptWith(names.Select(SweepLayout.AttemptOf).OfType<(int Point, string Host)>().Except(skips).Select(a => a.Point));
        return skipped;
    }

    /// <summary>Whether any of the names in <see cref="SweepLayout.Attempts"/> is that of a record of a skip.</summary>
    public static bool MayBeIn(IReadOnlyCollection<string> names) => names.Any(name => SweepLayout.SkipOf(name) is not null);
}
