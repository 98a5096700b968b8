namespace MultiRunner.Benchmarks.Peers;

/// <summary>
/// The aim: with us no point is lost and no process crashes, also when a worker is killed, and a trivial point by the protocol takes no
/// longer than with GNU parallel and with Optuna.
/// </summary>
internal static class PeersAim
{
    /// <summary>The line that says whether the aim is met.</summary>
    public static string Line(IReadOnlyList<PeerResult> results, IReadOnlyList<(IPeer Peer, PeerRun Whole)> faults)
    {
        List<string> misses =
        [
            .. results.Where(IsOurs).SelectMany(Losses),
            .. faults.SelectMany(Losses),
            .. results.SelectMany(result => Slower(result, results)),
        ];
        List<double> ratios = [.. results.Where(IsRival).Select(result => Over(result, results)).OfType<double>()];
        var slowest = ratios.Count > 0
            ? $" With GNU parallel and Optuna a trivial point takes at least {ratios.Min():F1} times as long."
            : "";
        if (misses.Count > 0)
            return $"{Aim.Missed}{string.Join("; ", misses)}.";
        var rivals = results.Count(IsRival);
        return ratios.Count == rivals
            ? $"{Aim.Met}with us no point is lost and no process crashed in {results.Count(IsOurs)} rows and after the kill.{slowest}"
            : $"{Aim.Open}no point of ours is lost and no process crashed, but in {rivals - ratios.Count} of {rivals} rows of the others it "
                + "cannot be told which takes longer, since our runs vary by more than what the points take.";
    }

    private static bool IsOurs(PeerResult result) => result.Peer is ProtocolPeer or SweepPeer;

    private static bool IsRival(PeerResult result) => result.Peer is ParallelPeer or OptunaPeer && result.Cell.Work.Milliseconds == 0;

    private static double? Over(PeerResult result, IReadOnlyList<PeerResult> results) =>
        result.Over(results.Single(other => other.Peer is ProtocolPeer && other.Cell == result.Cell));

    private static IEnumerable<string> Losses(PeerResult result)
    {
        var where = $"{result.Peer.Name}, {result.Cell.Work} with {result.Cell.Workers} workers";
        if (!result.Ended)
            yield return $"{where}: not ended after {PeerRun.Limit.TotalSeconds:N0} s";
        if (result.Sum(run => run.Lost) is > 0 and var lost)
            yield return $"{where}: {lost} points lost";
        if (result.Sum(run => run.Crashed) is > 0 and var crashed)
            yield return $"{where}: {crashed} processes crashed";
    }

    private static IEnumerable<string> Losses((IPeer Peer, PeerRun Whole) fault)
    {
        if (fault.Peer is not (ProtocolPeer or SweepPeer))
            yield break;
        if (!fault.Whole.Killed)
            yield return $"{fault.Peer.Name}: no worker could be killed";
        if (!fault.Whole.Ended || fault.Whole.Lost > 0)
            yield return $"{fault.Peer.Name}, a worker was killed: {fault.Whole.Lost} points lost";
        if (fault.Whole.Crashed > 0)
            yield return $"{fault.Peer.Name}, a worker was killed: {fault.Whole.Crashed} others crashed";
    }

    private static IEnumerable<string> Slower(PeerResult result, IReadOnlyList<PeerResult> results)
    {
        if (IsRival(result) && Over(result, results) is < 1 and var ratio)
        {
            yield return $"{result.Cell.Work} with {result.Cell.Workers} workers: "
                + $"with {result.Peer.Name} a point takes {ratio:F2} times as long as by the protocol";
        }
    }
}
