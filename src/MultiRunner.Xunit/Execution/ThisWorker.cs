using System.Collections.Concurrent;
using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Execution;

/// <summary>
/// This process as a worker. It is one worker: every sweep that it takes part in knows it by the same name. Only when it takes part in
/// a sweep a second time it has another name there, as a process that a development environment keeps for several runs: a worker
/// counts its attempts at a point from 1, and their files have both in their names.
/// </summary>
internal static class ThisWorker
{
    private static readonly Lazy<WorkerIdentity> Identified = new(WorkerProcess.Identify);

    private static readonly ConcurrentDictionary<string, bool> Joined = new(StringComparer.Ordinal);

    /// <summary>The identity with which this process joins a sweep.</summary>
    /// <param name="sweep">The name of the sweep directory.</param>
    public static WorkerIdentity ToJoin(string sweep) => Joined.TryAdd(sweep, true) ? Identified.Value : WorkerProcess.Identify();
}
