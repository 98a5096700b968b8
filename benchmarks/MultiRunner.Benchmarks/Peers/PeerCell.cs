namespace MultiRunner.Benchmarks.Peers;

/// <summary>Work for a number of workers.</summary>
/// <param name="Work">The work.</param>
/// <param name="Workers">How many workers share it.</param>
/// <param name="Rounds">How often it is measured.</param>
internal sealed record PeerCell(PeerWork Work, int Workers, int Rounds);
