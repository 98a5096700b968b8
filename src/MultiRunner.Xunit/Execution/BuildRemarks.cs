using MultiRunner.Format;
using MultiRunner.Scheduling;

namespace MultiRunner.Execution;

/// <summary>What this process tells of other builds when it has left a sweep.</summary>
internal static class BuildRemarks
{
    /// <summary>The remarks; none when this build is the only one that there was.</summary>
    /// <param name="worker">This process's share in the work, which it has left.</param>
    /// <param name="me">This process as a worker.</param>
    /// <param name="mine">The build of this process.</param>
    public static IEnumerable<string> Of(SweepWorker worker, WorkerIdentity me, AssemblyStamp mine)
    {
        if (worker.OtherBuilds is { Count: > 0 } others)
            yield return Messages.OtherBuilds(me, mine, others);
    }
}
