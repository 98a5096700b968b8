using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Membership;
using Xunit;

namespace MultiRunner.Core.Tests.Membership;

/// <summary>What one look at a large fleet knows of the workers that it had no time for.</summary>
public sealed class FleetTests
{
    private const int Workers = 70;
    private readonly MemoryDirectory directory = new();
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_worker_that_seemed_dead_before_and_is_not_looked_at_now_counts_as_alive()
    {
        string[] ids = [.. Enumerable.Range(0, Workers).Select(n => string.Create(CultureInfo.InvariantCulture, $"node-{n}-1-abcd"))];
        foreach (var id in ids)
            await Beat(id, 1);
        var me = TestSweep.Worker("me");
        var fleet = new Fleet(directory, me, new Liveness(directory, me, new SweepOptions(), time));
        await fleet.Look(ids, isFirst: true);
        time.Advance(TimeSpan.FromMinutes(2));
        var dead = Dead(await fleet.Look(ids, isFirst: false));

        // They were only stopped, and have claimed other points since.
        foreach (var id in ids)
            await Beat(id, 2);
        var next = Dead(await fleet.Look(ids, isFirst: false));

        Assert.Equal(64, dead.Count);
        Assert.Empty(next);
    }

    private static List<string> Dead((IReadOnlyDictionary<string, WorkerSighting> Known, int Living) look) =>
        [.. look.Known.Where(worker => worker.Value.Verdict == Verdict.Dead).Select(worker => worker.Key)];

    private ValueTask Beat(string id, long beat) => directory.Write(
        SweepLayout.Worker(id),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = new WorkerIdentity(id, id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null),
                Beat = beat,
                IntervalSeconds = 10,
                State = WorkerStates.Running,
                Running = [],
                Finished = 0,
                Errors = 0,
                BusySeconds = 0,
                Started = time.GetUtcNow(),
                Updated = time.GetUtcNow(),
            },
            SweepJson.Readable.WorkerRecord));
}
