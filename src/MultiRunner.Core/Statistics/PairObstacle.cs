namespace MultiRunner.Statistics;

/// <summary>Why the shares of pairs cannot be given. What they explain is in the residual then.</summary>
internal enum PairObstacle
{
    /// <summary>They are given.</summary>
    None,

    /// <summary>There are no two factors, or the single factors have no shares.</summary>
    NoPairs,

    /// <summary>With the pairs nothing would be left for the residual, so that what a pair does cannot be told from noise.</summary>
    TooFewPoints,

    /// <summary>The pairs have so many levels that the computation would take too long.</summary>
    TooManyColumns,
}
