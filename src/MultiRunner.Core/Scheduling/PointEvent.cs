namespace MultiRunner.Scheduling;

/// <summary>What a worker learns of a point.</summary>
internal enum PointEvent
{
    /// <summary>A scan showed <c>N_to_run</c>.</summary>
    SeenToRun,

    /// <summary>A scan showed the claim of another worker.</summary>
    SeenElsewhere,

    /// <summary>A scan showed a claim of this worker.</summary>
    SeenMine,

    /// <summary>A scan showed the commit of another worker, or one of this worker that no slot knows of.</summary>
    SeenCommitted,

    /// <summary>A scan showed <c>N_finished</c>.</summary>
    SeenFinished,

    /// <summary>A scan showed <c>N_failed</c>.</summary>
    SeenFailed,

    /// <summary>The coordinator handed it to a slot.</summary>
    Taken,

    /// <summary>The slot has claimed it.</summary>
    Claimed,

    /// <summary>Its attempt failed, and it was put back to be run again.</summary>
    PutBack,

    /// <summary>It skipped itself here, and its claim was released.</summary>
    Skipped,

    /// <summary>The duplicate did not succeed. Whoever holds the claim decides what becomes of the point.</summary>
    Declined,

    /// <summary>The slot let go of it and does not know what became of it.</summary>
    Forgotten,

    /// <summary>Its result could not be read.</summary>
    Unreadable,

    /// <summary>Its result can be read after all.</summary>
    Readable,

    /// <summary>Its outcome is known and is reported.</summary>
    Reported,
}
