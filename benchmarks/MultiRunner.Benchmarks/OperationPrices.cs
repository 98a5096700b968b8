namespace MultiRunner.Benchmarks;

/// <summary>How long operations on a simulated directory take.</summary>
internal sealed record OperationPrices
{
    /// <summary>Nothing takes any time.</summary>
    public static OperationPrices None { get; } = new();

    /// <summary>A file server that others use, too.</summary>
    public static OperationPrices FileServer { get; } = new()
    {
        Small = TimeSpan.FromMilliseconds(1),
        Name = TimeSpan.FromMicroseconds(1),
        DurableWrite = TimeSpan.FromMilliseconds(5),
    };

    /// <summary>A rename, a read, a deletion, a write without fsync; and what a listing takes that shows no name.</summary>
    public TimeSpan Small { get; private init; }

    /// <summary>Each name that a listing shows.</summary>
    public TimeSpan Name { get; private init; }

    /// <summary>A write with fsync.</summary>
    public TimeSpan DurableWrite { get; private init; }

    /// <summary>What the protocol does for a point: claim, candidate, commit, publish, seal.</summary>
    public TimeSpan Point => DurableWrite + (4 * Small);
}
