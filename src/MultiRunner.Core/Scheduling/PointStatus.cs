namespace MultiRunner.Scheduling;

/// <summary>What a worker takes a point for. Knowledge of other workers is a hint and may be old; only a rename decides.</summary>
internal enum PointStatus
{
    /// <summary>Nothing is known of it; the next scan will tell.</summary>
    Unknown,

    /// <summary>It is to be run, as far as is known, and queued to be claimed.</summary>
    Open,

    /// <summary>Another worker is running it.</summary>
    RunningElsewhere,

    /// <summary>A scan showed a claim in this worker's name that no slot knows of: the reply to a rename was lost.</summary>
    Held,

    /// <summary>A slot is claiming it.</summary>
    Claiming,

    /// <summary>A slot runs it, or stores how it ended.</summary>
    Running,

    /// <summary>A slot runs it although another worker has the claim.</summary>
    Duplicating,

    /// <summary>It skipped itself here, and this worker does not try it again.</summary>
    SkippedHere,

    /// <summary>It skipped itself here, and a scan since then showed that nobody else runs it.</summary>
    SkippedUnclaimed,

    /// <summary>A scan showed it as finished or failed, and it is queued to be described.</summary>
    Resolved,

    /// <summary>A slot reads what became of it.</summary>
    Describing,

    /// <summary>It is finished, but its result could not be read; the reconciler finds out whether the result is lost.</summary>
    Doubtful,

    /// <summary>Its outcome has been handed to a slot, which reports it.</summary>
    Reported,
}
