using System.Text.Json;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Membership;

/// <summary>Writes heartbeat files of workers that no process runs.</summary>
internal static class Heartbeats
{
    /// <summary>Writes one beat of a worker that beats every 10 s.</summary>
    public static ValueTask Write(ISharedDirectory directory, TimeProvider time, string id, long beat, string state = WorkerStates.Running) => directory.Write(
        SweepLayout.Worker(id),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = new WorkerIdentity(id, id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null),
                Beat = beat,
                IntervalSeconds = 10,
                State = state,
                Running = [],
                Finished = 0,
                Errors = 0,
                BusySeconds = 0,
                Started = time.GetUtcNow(),
                Updated = time.GetUtcNow(),
            },
            SweepJson.Readable.WorkerRecord));
}
