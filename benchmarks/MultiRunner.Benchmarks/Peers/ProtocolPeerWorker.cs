using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Scheduling;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>A worker of <see cref="ProtocolPeer"/>: it joins a sweep as a test run does and takes points until all are done.</summary>
internal static class ProtocolPeerWorker
{
    /// <summary>Returns the exit code: 0 when every point is finished.</summary>
    public static async Task<int> Run(string directory)
    {
        var me = WorkerProcess.Identify();
        var grid = Grid.FromAxes("Peers.Add", [Axis("a", 0), Axis("b", 1), Axis("c", 2)]);
        var manifest = await SampleSweep.Make(SampleSweep.ProductDirectory(directory), SampleSweep.ManifestOf(grid, me.Id), me);
        var worker = await SampleSweep.Join(directory, manifest, me, seed: me.ProcessId);
        using var heartbeat = new Heartbeat(worker.Heartbeat, new SweepOptions().HeartbeatInterval);
        var unfinished = 0;
        while (!worker.IsDone)
        {
            var outcome = await worker.NextOutcome(Execute, CancellationToken.None);
            if (outcome is not (PointOutcome.FinishedHere or PointOutcome.FinishedElsewhere))
                unfinished++;
        }

        await worker.Leave();
        return unfinished == 0 ? 0 : 1;

        ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
        {
            var arguments = grid.Points[attempt.Point].Arguments;
            PeerPoint.Run((int)arguments[0]!, (int)arguments[1]!, (int)arguments[2]!);
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(SampleSweep.Result(me, attempt.Point)));
        }
    }

    private static Axis Axis(string name, int number) => new(new Parameter(name, typeof(int)), [.. PeerPoint.Axis(number).Cast<object>()]);
}
