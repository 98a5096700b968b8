namespace MultiRunner.Format;

/// <summary>Tells which points skipped themselves wherever they were tried.</summary>
internal static class SkippedPoints
{
    /// <summary>
    /// The points that have a record of a skip and none of a failed attempt. Such a point is skipped as long as its state file says that
    /// it is to be run. A point that failed somewhere is not: the worker on which it failed would have tried it again.
    /// </summary>
    /// <param name="names">The names in <see cref="SweepLayout.Attempts"/>.</param>
    public static IReadOnlySet<int> In(IReadOnlyCollection<string> names)
    {
        var skipped = names.Select(SweepLayout.PointOfSkip).OfType<int>().ToHashSet();
        if (skipped.Count > 0)
            skipped.ExceptWith(names.Select(SweepLayout.PointOfAttempt).OfType<int>());
        return skipped;
    }
}
