namespace MultiRunner.Cli.Running;

/// <summary>How one run of a worker ended.</summary>
internal enum RunEnd
{
    /// <summary>It came to its end, whatever its tests said.</summary>
    Completed,

    /// <summary>It, or its test process, died or was ended before the sweep was complete: another try may do better.</summary>
    Crashed,
}
