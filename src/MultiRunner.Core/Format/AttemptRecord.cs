namespace MultiRunner.Format;

/// <summary>The record of a failed attempt, in <c>attempts/N.w.k.json</c>.</summary>
internal sealed record AttemptRecord
{
    /// <summary>The version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The point.</summary>
    public required int Point { get; init; }

    /// <summary>The worker that made the attempt.</summary>
    public required string Worker { get; init; }

    /// <summary><c>error</c> when the attempt threw, <c>crash</c> when its worker died.</summary>
    public required string Kind { get; init; }

    /// <summary>What went wrong.</summary>
    public required AttemptError Error { get; init; }

    /// <summary>When it started, by the worker's clock. It is null after a crash.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long it took, in seconds. It is null after a crash.</summary>
    public double? Seconds { get; init; }
}
