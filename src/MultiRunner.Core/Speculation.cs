namespace MultiRunner;

/// <summary>When an idle worker runs a point that another worker is running already.</summary>
public enum Speculation
{
    /// <summary>
    /// When the other worker has been running it for longer than 1.1 times the median of the last 64 points here, for longer than
    /// any point took here, and for longer than a second. The point that has been running for longest comes first.
    /// </summary>
    Auto,

    /// <summary>At once.</summary>
    Always,

    /// <summary>Never. An idle worker waits, and takes back only the points of workers that died.</summary>
    Never,
}
