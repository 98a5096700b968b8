namespace MultiRunner.Benchmarks.Peers;

/// <summary>The tables of the benchmark <c>peers</c>.</summary>
internal static class PeersTable
{
    private static readonly string[] Columns =
    [
        "workers", "", "start and end, s", "points a second", "a point, ms", "of the processor, ms", "a point / ours, the protocol",
        "a point / ours, `[SweepTheory]`", "surplus executions", "lost points", "crashed processes", "peak memory, MB",
    ];

    private static readonly string[] FaultColumns =
    [
        "", "seconds, nothing killed", "seconds", "executions", "surplus executions", "lost points",
        "crashed processes beside the one that was killed",
    ];

    /// <summary>The table of one kind of work.</summary>
    public static string Of(PeerWork work, IReadOnlyList<PeerResult> results)
    {
        var rows = results.Select(result => Row(result, Ours<ProtocolPeer>(results, result), Ours<SweepPeer>(results, result)));
        return $"""
            {work}:

            | {string.Join(" | ", Columns)} |
            | ---: | --- |{string.Concat(Enumerable.Repeat(" ---: |", Columns.Length - 2))}
            {string.Join('\n', rows)}

            """;
    }

    /// <summary>The table of the runs in which a worker was killed.</summary>
    public static string OfFaults(IReadOnlyList<(IPeer Peer, PeerRun Whole)> runs, IReadOnlyList<PeerResult> results)
    {
        var rows = runs.Select(run => FaultRow(run.Peer, run.Whole, results));
        var fault = PeersMatrix.Fault;
        return $"""
            {fault.Work}, {fault.Workers} workers, the first of which is killed (SIGKILL) when it has begun ten points:

            | {string.Join(" | ", FaultColumns)} |
            | --- |{string.Concat(Enumerable.Repeat(" ---: |", FaultColumns.Length - 1))}
            {string.Join('\n', rows)}

            """;
    }

    private static PeerResult Ours<T>(IReadOnlyList<PeerResult> results, PeerResult beside) =>
        results.Single(result => result.Peer is T && result.Cell == beside.Cell);

    private static string Row(PeerResult result, PeerResult protocol, PeerResult sweep)
    {
        var (name, workers, turns) = (result.Peer.Name, result.Cell.Workers, result.Turns);
        if (!result.Ended)
        {
            var left = $"not ended after {PeerRun.Limit.TotalSeconds:N0} s, with {result.Sum(run => run.Lost):N0} points left";
            return $"| {workers} | {name} | {left} |{string.Concat(Enumerable.Repeat(" |", Columns.Length - 3))}";
        }

        var tells = result.Milliseconds > 0;
        string[] cells =
        [
            workers.ToString("N0", null),
            name,
            turns.Select(turn => turn.StartSeconds).Rounds(),
            tells ? (1000 / result.Milliseconds).ToString("N0", null) : "-",
            tells ? turns.Select(turn => turn.Milliseconds).Rounds() : "-",
            turns.Select(turn => Math.Max(0, turn.ProcessorMilliseconds)).Rounds(),
            Ratio(result.Over(protocol)),
            Ratio(result.Over(sweep)),
            result.Sum(run => run.Surplus).ToString("N0", null),
            result.Sum(run => run.Lost).ToString("N0", null),
            result.Sum(run => run.Crashed).ToString("N0", null),
            turns.Max(turn => turn.Whole.Megabytes).ToString("N0", null),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>One number, or the median of the rounds with the smallest and the largest.</summary>
    private static string Rounds(this IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Length == 1 ? all[0].ToString("F2", null) : all.Spread("F2");
    }

    private static string Ratio(double? ratio) => ratio?.ToString("F2", null) ?? "-";

    private static string FaultRow(IPeer peer, PeerRun run, IReadOnlyList<PeerResult> results)
    {
        object[] cells =
        [
            peer.Name, Unharmed(peer, results), Time(run), run.Executions, run.Surplus, run.Lost, run.Ended ? run.Crashed : "-",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Time(PeerRun run)
    {
        if (!run.Killed)
            return "ended before it could be killed";
        return run.Ended ? run.Seconds.ToString("F1", null) : $"not ended after {PeersMatrix.FaultLimit.TotalSeconds:N0}";
    }

    /// <summary>How long the same took without the kill, where that was measured.</summary>
    private static string Unharmed(IPeer peer, IReadOnlyList<PeerResult> results)
    {
        var (work, workers, _) = PeersMatrix.Fault;
        var same = results.FirstOrDefault(result =>
            result.Peer == peer && result.Ended && result.Cell.Work == work && result.Cell.Workers == workers);
        return same?.Turns.Select(turn => turn.Whole.Seconds).Median().ToString("F1", null) ?? "-";
    }
}
