namespace MultiRunner.Benchmarks;

/// <summary>What happened in a simulated fleet until every point had a result.</summary>
internal sealed record FleetRun
{
    /// <summary>The operations of the played workers, for each point that they finished.</summary>
    public required Operations OfAPoint { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>From the moment when no point waited any more to the last result.</summary>
    public required TimeSpan Tail { get; init; }

    /// <summary>How many listings a second all workers made together, if the others made as many as those who are played.</summary>
    public required double ListingsASecond { get; init; }

    /// <summary>The same in the minute in which they made most.</summary>
    public required double MostListingsASecond { get; init; }

    /// <summary>How many workers died while they ran a point.</summary>
    public required int Deaths { get; init; }

    /// <summary>How much of the time of all attempts those had taken that died.</summary>
    public required double Lost { get; init; }
}
