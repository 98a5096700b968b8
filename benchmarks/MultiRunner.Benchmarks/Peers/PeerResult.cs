namespace MultiRunner.Benchmarks.Peers;

/// <summary>All that was measured of a peer and a cell.</summary>
/// <param name="Peer">The peer.</param>
/// <param name="Cell">Its work.</param>
/// <param name="Turns">Its turns, in the order of the rounds.</param>
internal sealed record PeerResult(IPeer Peer, PeerCell Cell, IReadOnlyList<PeerTurn> Turns)
{
    /// <summary>Whether each run ended in time.</summary>
    public bool Ended => Turns.All(turn => turn.Whole.Ended && turn.Eighth.Ended);

    /// <summary>What a point takes by the clock, in ms.</summary>
    public double Milliseconds => Turns.Select(turn => turn.Milliseconds).Median();

    /// <summary>A number of all runs together.</summary>
    public int Sum(Func<PeerRun, int> of) => Turns.Sum(turn => of(turn.Eighth) + of(turn.Whole));

    /// <summary>What a point takes over what it takes in another result, by the rounds of both; null when that cannot be told.</summary>
    public double? Over(PeerResult other)
    {
        List<double> ratios = [.. Turns.Zip(other.Turns)
            .Where(turns => turns.First.Milliseconds > 0 && turns.Second.Milliseconds > 0)
            .Select(turns => turns.First.Milliseconds / turns.Second.Milliseconds)];
        return Ended && other.Ended && ratios.Count > 0 ? ratios.Median() : null;
    }
}
