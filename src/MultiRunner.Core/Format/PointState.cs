namespace MultiRunner.Format;

/// <summary>What the name of a point's state file says.</summary>
internal enum PointState
{
    /// <summary><c>N_to_run</c>: waiting for a worker.</summary>
    ToRun,

    /// <summary><c>N_running.w</c>: claimed by worker w.</summary>
    Running,

    /// <summary><c>N_finished.w</c>: the result of worker w counts; it may not have its public name yet.</summary>
    Committed,

    /// <summary><c>N_finished</c>: its result has its public name.</summary>
    Finished,

    /// <summary><c>N_failed</c>: all attempts are used up.</summary>
    Failed,
}
