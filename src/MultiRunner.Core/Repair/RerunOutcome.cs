namespace MultiRunner.Repair;

/// <summary>What became of a point that was to be run again.</summary>
internal enum RerunOutcome
{
    /// <summary>It waits for a worker now, and what it had is in the archive.</summary>
    PutBack,

    /// <summary>A rerun that had died, or a result that was lost, had left it half done. It waits for a worker now.</summary>
    Completed,

    /// <summary>It waited for a worker already.</summary>
    Waits,

    /// <summary>A worker runs it.</summary>
    Runs,

    /// <summary>A worker that may be alive has announced that it runs a duplicate.</summary>
    HasDuplicate,

    /// <summary>Somebody else has just renamed its state file.</summary>
    Changed,

    /// <summary>It is half done, and what is missing of it has not been missing for long enough.</summary>
    HalfDone,

    /// <summary>It has no state file.</summary>
    NoState,

    /// <summary>The file system refused something. The point is as it was, or workers make it so after a lease.</summary>
    Refused,
}
