namespace MultiRunner.Format;

/// <summary>The values of <see cref="WorkerRecord.State"/>.</summary>
internal static class WorkerStates
{
    /// <summary>It takes points.</summary>
    public const string Running = "running";

    /// <summary>It takes no more points: too many errors, or a directory that it cannot write.</summary>
    public const string Stopped = "stopped";

    /// <summary>It holds nothing any more.</summary>
    public const string Exited = "exited";

    /// <summary>The <see cref="WorkerRecord.Reason"/> of a worker that was told to end before its points were done.</summary>
    public const string ToldToEnd = "its process was told to end";
}
