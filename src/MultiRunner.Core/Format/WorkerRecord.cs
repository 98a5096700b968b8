namespace MultiRunner.Format;

/// <summary>What a worker writes about itself: <c>workers/w.json</c>.</summary>
internal sealed record WorkerRecord
{
    /// <summary>Version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>Who it is.</summary>
    public required WorkerIdentity Worker { get; init; }

    /// <summary>Grows by one with every beat; others judge by it whether the worker lives.</summary>
    public required long Beat { get; init; }

    /// <summary>Seconds between two beats.</summary>
    public required double IntervalSeconds { get; init; }

    /// <summary><c>running</c>, <c>stopped</c> (too many errors), or <c>exited</c> (it holds nothing any more).</summary>
    public required string State { get; init; }

    /// <summary>The points that it is running.</summary>
    public required IReadOnlyList<RunningPoint> Running { get; init; }

    /// <summary>Points that it finished.</summary>
    public required int Finished { get; init; }

    /// <summary>Its failed attempts.</summary>
    public required int Errors { get; init; }

    /// <summary>Seconds that it spent in attempts.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>When it joined, by its own clock. For people; nothing is decided by it.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it wrote this, by its own clock. For people; nothing is decided by it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Why it stopped claiming, or null.</summary>
    public string? Reason { get; init; }
}
