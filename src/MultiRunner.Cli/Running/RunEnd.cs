namespace MultiRunner.Cli.Running;

/// <summary>How one run of a worker ended.</summary>
internal enum RunEnd
{
    /// <summary>The run came to its end, whatever its tests said.</summary>
    Completed,

    /// <summary>The run or its test process died, or was ended, before the sweep was complete. Another run may do better.</summary>
    Crashed,

    /// <summary>
    /// The worker stopped by itself, after too many errors or because its sweep directory failed. It had finished a point in this
    /// run, and others are left.
    /// </summary>
    Stopped,
}
