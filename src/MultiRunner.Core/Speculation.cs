namespace MultiRunner;

/// <summary>Whether an idle worker also runs a point that another worker is running.</summary>
public enum Speculation
{
    /// <summary>
    /// It does when the point has been running for longer than any point took on the idle worker, for longer than 1.1 times the median of
    /// the last 64 points there, and for longer than a second. The point that has been running for longest comes first.
    /// </summary>
    Auto,

    /// <summary>It always does, at once.</summary>
    Always,

    /// <summary>It never does. An idle worker waits, and takes back only the points of workers that died.</summary>
    Never,
}
