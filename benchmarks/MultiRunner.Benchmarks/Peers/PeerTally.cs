namespace MultiRunner.Benchmarks.Peers;

/// <summary>What a run left behind.</summary>
/// <param name="Executions">How often a point was begun.</param>
/// <param name="Lost">How many points have no result.</param>
internal sealed record PeerTally(int Executions, int Lost);
