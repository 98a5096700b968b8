namespace MultiRunner.Format;

/// <summary>The record that a worker keeps of itself, in <c>workers/w.json</c>.</summary>
internal sealed record WorkerRecord
{
    /// <summary>The version of the format of the sweep directory.</summary>
    public int Format { get; init; } = Manifest.CurrentFormat;

    /// <summary>The identity of the worker.</summary>
    public required WorkerIdentity Worker { get; init; }

    /// <summary>The build that it runs, or null when it is not known.</summary>
    public AssemblyStamp? Assembly { get; init; }

    /// <summary>A number that grows by one with every beat. Others judge by it whether the worker lives.</summary>
    public required long Beat { get; init; }

    /// <summary>Seconds between two beats.</summary>
    public required double IntervalSeconds { get; init; }

    /// <summary><c>running</c>, <c>stopped</c> or <c>exited</c>, as in <see cref="WorkerStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>The points that it is running.</summary>
    public required IReadOnlyList<RunningPoint> Running { get; init; }

    /// <summary>Points that it finished.</summary>
    public required int Finished { get; init; }

    /// <summary>Its failed attempts.</summary>
    public required int Errors { get; init; }

    /// <summary>Seconds that it spent in attempts.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>When it joined, by its own clock. It is shown to people, and nothing is decided by it.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it wrote this record, by its own clock. It is shown to people, and nothing is decided by it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>
    /// The points that it was asked to run, such as <c>0-17,20</c>. It stays a text, since nearly everybody who reads the record has no
    /// use for the points. Null before the worker knows them, and when the text would be too long to be written with every beat.
    /// </summary>
    public string? Selected { get; init; }

    /// <summary>Why it stopped claiming, or null.</summary>
    public string? Reason { get; init; }
}
