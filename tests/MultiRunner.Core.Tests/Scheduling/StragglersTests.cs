using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>Which late point of another worker an idle one runs as well.</summary>
public sealed class StragglersTests
{
    private const int Late = 30;
    private const int Points = 40;

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void A_few_workers_take_the_point_that_has_been_running_for_longest() =>
        Assert.Equal([0], Chosen(living: 19));

    /// <summary>Their scans overlap, and of all that take one point only one runs it.</summary>
    [Theory]
    [InlineData(100, 10)]
    [InlineData(10_000, Late)]
    public void In_a_large_fleet_each_takes_one_of_the_oldest_that_are_late(int living, int most)
    {
        var chosen = Chosen(living);

        Assert.True(chosen.Count > most / 2, $"Only {chosen.Count} different points were chosen.");
        Assert.All(chosen, point => Assert.InRange(point, 0, most - 1));
    }

    /// <summary>The points that as many workers choose.</summary>
    private HashSet<int> Chosen(int living) => [.. Enumerable.Range(0, 200).Select(seed => Choose(living, seed))];

    /// <summary>Of the points the first have been running for longest, and the last ones are not late.</summary>
    private int Choose(int living, int seed)
    {
        var table = new PointTable();
        table.Begin([.. Enumerable.Range(0, Points)]);
        var now = time.GetTimestamp();
        for (var point = 0; point < Points; point++)
        {
            table[point].File = new StateFile(point, PointState.Running, "b");
            table.Apply(point, PointEvent.SeenElsewhere);
            var age = point < Late ? TimeSpan.FromSeconds(100 - point) : TimeSpan.FromSeconds(1);
            table[point].RunningSince = now - (long)(age.TotalSeconds * time.TimestampFrequency);
        }

        var stragglers = new Stragglers(TestSweep.Worker("a"), new SweepOptions(), time, new Random(seed));
        stragglers.Finished(TimeSpan.FromSeconds(10));
        var states = Enumerable.Range(0, Points).ToDictionary(point => point, point => table[point].File);
        stragglers.Update(table, ScanReport.OfLook(states, now, changes: 0) with { Living = living });
        var (chosen, until) = stragglers.Next(table)!.Value;
        Assert.True(until <= TimeSpan.Zero);
        return chosen;
    }
}
