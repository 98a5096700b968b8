using MultiRunner.Format;

namespace MultiRunner.Scheduling;

/// <summary>What a worker knows of one point.</summary>
internal sealed class PointEntry
{
    public PointStatus Status { get; set; }

    /// <summary>Its position in the worker's order.</summary>
    public required int Rank { get; init; }

    /// <summary>How often its attempt failed here, and it was put back.</summary>
    public int PutBacks { get; set; }

    /// <summary>The number of the last change by a slot; a listing that began before it is older than what is known.</summary>
    public long Changed { get; set; }

    /// <summary>The state file that a scan showed last.</summary>
    public StateFile File { get; set; }

    /// <summary>The timestamp since when its present owner has been running it, at the latest.</summary>
    public long RunningSince { get; set; }

    /// <summary>This worker tried a duplicate in vain.</summary>
    public bool IsBarred { get; set; }

    /// <summary>The reason that it gave for skipping itself here.</summary>
    public string SkipReason { get; set; } = "";

    /// <summary>The failed attempts of this worker.</summary>
    public List<AttemptRecord>? Failures { get; set; }

    /// <summary>How often this worker has begun to run it.</summary>
    public int Attempts { get; set; }
}
