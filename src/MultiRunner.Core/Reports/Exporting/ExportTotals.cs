namespace MultiRunner.Reports.Exporting;

/// <summary>How many points came to what, and when.</summary>
/// <param name="Passed">Those with a result.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="Skipped">Those that skipped themselves.</param>
/// <param name="Pending">Those that run or wait.</param>
/// <param name="Flaky">Those of the passed ones that have failed attempts, too.</param>
/// <param name="Seconds">The time of the attempts that count, together.</param>
/// <param name="First">When the first of them started; the time of the report when none has.</param>
/// <param name="Last">When the last of them ended.</param>
internal sealed record ExportTotals(
    int Passed, int Failed, int Skipped, int Pending, int Flaky, double Seconds, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>How many there are.</summary>
    public int All => Passed + Failed + Skipped + Pending;

    /// <summary>Counts the points of sweeps.</summary>
    /// <param name="sweeps">The sweeps.</param>
    public static ExportTotals Of(params IReadOnlyList<ExportedSweep> sweeps)
    {
        var counts = new int[Enum.GetValues<CaseOutcome>().Length];
        var (flaky, seconds) = (0, 0.0);
        DateTimeOffset? first = null, last = null;
        foreach (var each in sweeps.SelectMany(sweep => sweep.Cases))
        {
            counts[(int)each.Outcome]++;
            seconds += each.Seconds ?? 0;
            if (each is { Outcome: CaseOutcome.Passed, Earlier.Count: > 0 })
                flaky++;
            first = each.Started < (first ?? DateTimeOffset.MaxValue) ? each.Started : first;
            last = each.Ended > (last ?? DateTimeOffset.MinValue) ? each.Ended : last;
        }

        var written = sweeps.Count == 0 ? DateTimeOffset.UnixEpoch : sweeps.Max(sweep => sweep.Report.Written);
        return new ExportTotals(
            counts[(int)CaseOutcome.Passed],
            counts[(int)CaseOutcome.Failed],
            counts[(int)CaseOutcome.Skipped],
            counts[(int)CaseOutcome.Pending],
            flaky,
            seconds,
            first ?? written,
            last ?? first ?? written);
    }
}
