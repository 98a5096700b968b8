namespace MultiRunner.Format;

/// <summary>The values of <see cref="WorkerRecord.State"/>.</summary>
internal static class WorkerStates
{
    /// <summary>The worker takes points.</summary>
    public const string Running = "running";

    /// <summary>The worker takes no more points, because of too many errors or of a directory that it cannot write.</summary>
    public const string Stopped = "stopped";

    /// <summary>The worker has ended and holds no point any more.</summary>
    public const string Exited = "exited";

    /// <summary>The <see cref="WorkerRecord.Reason"/> of a worker that was told to end before its points were done.</summary>
    public const string ToldToEnd = "its process was told to end";
}
