using System.Globalization;
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
        await fleet.Look(ids, isFirst: false);
        time.Advance(TimeSpan.FromSeconds(80));
        var dead = Dead(await fleet.Look(ids, isFirst: false));

        // They were only stopped, and have claimed other points since.
        foreach (var id in ids)
            await Beat(id, 2);
        var next = Dead(await fleet.Look(ids, isFirst: false));

        // Six of the 64 that it looked at were looked at after a gap, in which it knew nothing of them.
        Assert.Equal(58, dead.Count);
        Assert.Empty(next);
    }

    /// <summary>A worker scans the more seldom the more others there seem to be.</summary>
    [Fact]
    public async Task Workers_of_last_year_do_not_count_as_alive_because_nobody_has_looked_at_them_yet()
    {
        for (var n = 0; n < 2000; n++)
            await Heartbeats.Write(directory, time, string.Create(CultureInfo.InvariantCulture, $"node-{n}-1-abcd"), 1, WorkerStates.Exited);
        var me = TestSweep.Worker("me");
        var fleet = new Fleet(directory, me, new Liveness(directory, me, new SweepOptions(), time));

        var (_, living) = await fleet.Look([], isFirst: true);

        Assert.Equal(1, living);
    }

    private static List<string> Dead((IReadOnlyDictionary<string, WorkerSighting> Known, int Living) look) =>
        [.. look.Known.Where(worker => worker.Value.Verdict == Verdict.Dead).Select(worker => worker.Key)];

    private ValueTask Beat(string id, long beat) => Heartbeats.Write(directory, time, id, beat);
}
