namespace MultiRunner.Statistics;

/// <summary>Why the shares of the single factors cannot be given.</summary>
internal enum VarianceObstacle
{
    /// <summary>They are given.</summary>
    None,

    /// <summary>No factor has two levels.</summary>
    TooFewLevels,

    /// <summary>The factors have as many levels as there are observations, or nearly: any values at all would be explained.</summary>
    TooFewPoints,

    /// <summary>All values are equal, to within rounding.</summary>
    NoVariance,

    /// <summary>No factor changes independently of the others. What they explain together is given.</summary>
    AliasedLevels,
}
