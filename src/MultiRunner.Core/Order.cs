namespace MultiRunner;

/// <summary>In which order each worker takes the points of a sweep.</summary>
public enum Order
{
    /// <summary>In a random order of its own, so that workers rarely try to take the same point.</summary>
    Shuffled,

    /// <summary>As the code lists them: the last parameter varies fastest.</summary>
    AsWritten,

    /// <summary>
    /// Those first that will take longest, so that no long point begins when all others are done. A method says how long, or the
    /// durations of finished points do. Without either, the order is <see cref="Shuffled"/>.
    /// </summary>
    LongestFirst,
}
