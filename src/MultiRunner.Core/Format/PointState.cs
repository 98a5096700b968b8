namespace MultiRunner.Format;

/// <summary>The state of a point, as the name of its state file says it.</summary>
internal enum PointState
{
    /// <summary><c>N_to_run</c>: the point waits for a worker.</summary>
    ToRun,

    /// <summary><c>N_running.w</c>: worker w has claimed it.</summary>
    Running,

    /// <summary><c>N_finished.w.k</c>: the result of the k-th attempt of worker w counts, but may not have its public name yet.</summary>
    Committed,

    /// <summary><c>N_finished</c>: its result has its public name.</summary>
    Finished,

    /// <summary><c>N_failed</c>: all attempts are used up.</summary>
    Failed,
}
