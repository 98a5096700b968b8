using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Execution;

/// <summary>This process as a worker. It is one worker: every sweep that it takes part in knows it by the same name.</summary>
internal static class ThisWorker
{
    private static readonly Lazy<WorkerIdentity> Identified = new(WorkerProcess.Identify);

    public static WorkerIdentity Identity => Identified.Value;
}
