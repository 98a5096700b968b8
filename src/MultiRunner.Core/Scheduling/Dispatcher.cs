namespace MultiRunner.Scheduling;

/// <summary>Decides what a slot does next. It belongs to the <see cref="Coordinator"/>.</summary>
internal sealed class Dispatcher(PointTable table, Stragglers stragglers, ClaimRace race, bool needsGpus, Random random)
{
    // So many results are read in a moment, and then they are reported before anything long begins.
    private const int MostReadFirst = 100;

    // At a million points it takes a quarter of an hour and more, and a late point must not wait for that. A duplicate that has to wait
    // for a GPU leaves time to read.
    private bool IsReadingLong => table.Count(PointStatus.Resolved) > MostReadFirst;

    /// <summary>What a slot of a worker that takes points does next; null: it waits.</summary>
    /// <param name="hasGpus">Whether the slot has the GPUs that an attempt needs.</param>
    /// <param name="mayLook">Whether the slot may look which points are left.</param>
    public Assignment? Next(bool hasGpus, bool mayLook) =>
        ToRun(hasGpus, mayLook) ?? ToTidy() ?? (IsReadingLong && (hasGpus || !needsGpus) ? ToDuplicate(hasGpus) : null)
        ?? ToRead() ?? ToDuplicate(hasGpus) ?? SkippedByAll();

    /// <summary>What a slot of a worker that takes no more points does next; null: it waits.</summary>
    /// <param name="why">Why it takes no more.</param>
    /// <param name="hasLooked">Whether it has scanned once more since.</param>
    public Assignment? NextOfStopped(string why, bool hasLooked) =>
        ToRelease() ?? ToTidy() ?? (Assignment?)ToRead() ?? (hasLooked ? Left(why) : null);

    private Assignment? ToRun(bool hasGpus, bool mayLook)
    {
        var isToLook = mayLook && race.IsWorthALook;
        if (!table.HasHeld && !((race.MayClaim || isToLook) && table.HasOpen))
            return null;

        // The GPUs come before the claim: a worker that waits for one must not keep a point that another host could run.
        if (needsGpus && !hasGpus)
            return new Assignment.GetGpus();
        if (table.TryNextHeld(out var point))
        {
            table.Apply(point, PointEvent.Taken);
            return new Assignment.Run(point);
        }

        if (isToLook)
            return new Assignment.Look();
        point = table.NextOpen(race.Width, random);
        table.Apply(point, PointEvent.Taken);
        return new Assignment.Claim(point);
    }

    // As long as this worker beats, nobody else takes its claims back.
    private Assignment.Release? ToRelease()
    {
        if (!table.TryNextHeld(out var point))
            return null;
        table.Apply(point, PointEvent.Forgotten);
        return new Assignment.Release(point);
    }

    private Assignment.Release? ToTidy() => table.TryNextUnwanted(out var point) ? new Assignment.Release(point) : null;

    private Assignment.Describe? ToRead()
    {
        if (!table.TryNextResolved(out var point))
            return null;
        table.Apply(point, PointEvent.Taken);
        return new Assignment.Describe(table[point].File);
    }

    private Assignment? ToDuplicate(bool hasGpus)
    {
        if (stragglers.Next(table) is not var (point, until) || until > TimeSpan.Zero)
            return null;
        if (needsGpus && !hasGpus)
            return new Assignment.GetGpus();
        table.Apply(point, PointEvent.Taken);
        return new Assignment.Duplicate(point, table[point].File.Owner!);
    }

    /// <summary>
    /// A point that skipped itself here is reported when nothing else is left: until then another worker may give it a result.
    /// </summary>
    private Assignment.Report? SkippedByAll() =>
        table.Unreported == table.Count(PointStatus.SkippedHere) + table.Count(PointStatus.SkippedUnclaimed)
        && table.TryFind(out var point, PointStatus.SkippedUnclaimed) ? Skipped(point) : null;

    private Assignment.Report? Left(string why)
    {
        if (table.TryFind(out var point, PointStatus.SkippedHere, PointStatus.SkippedUnclaimed))
            return Skipped(point);
        if (!table.TryFind(out point, PointStatus.Unknown, PointStatus.Open, PointStatus.RunningElsewhere, PointStatus.Doubtful))
            return null;
        table.Apply(point, PointEvent.Reported);
        return new Assignment.Report(new PointOutcome.Unresolved(point, why, table[point].Failures is [.., var last] ? last : null));
    }

    private Assignment.Report Skipped(int point)
    {
        table.Apply(point, PointEvent.Reported);
        return new Assignment.Report(new PointOutcome.SkippedHere(point, table[point].SkipReason));
    }
}
