using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>A worker that takes every point of a sweep from claim to seal, with an experiment that takes no time.</summary>
internal sealed class ProtocolLoop : ILoop
{
    private readonly SweepWorker worker;
    private readonly Heartbeat heartbeat;
    private readonly AttemptOutcome.Success outcome;

    private ProtocolLoop(SweepWorker worker, AttemptOutcome.Success outcome)
    {
        this.worker = worker;
        this.outcome = outcome;
        heartbeat = new Heartbeat(worker.Heartbeat, new SweepOptions().HeartbeatInterval);
    }

    /// <summary>A worker that has joined the sweep; that cost is not the protocol's a point.</summary>
    public static async ValueTask<ProtocolLoop> Prepare(string directory, int points, int seed)
    {
        var me = WorkerProcess.Identify();
        var manifest = await SampleSweep.Make(directory, points, me);
        var worker = await SampleSweep.Join(directory, manifest, me, seed);
        return new ProtocolLoop(worker, new AttemptOutcome.Success(SampleSweep.Result(me)));
    }

    /// <inheritdoc/>
    public void Take(int points)
    {
        for (var i = 0; i < points; i++)
        {
            // A real directory completes every operation before it returns.
            var slot = worker.NextOutcome((_, _) => ValueTask.FromResult<AttemptOutcome>(outcome), CancellationToken.None);
            if (!slot.IsCompleted || slot.Result is not PointOutcome.FinishedHere)
                throw new InvalidOperationException("A point was not finished here and at once.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => heartbeat.Dispose();
}
