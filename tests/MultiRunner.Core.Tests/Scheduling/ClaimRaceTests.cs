using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Protocol;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>What a worker does after it has lost claims.</summary>
public sealed class ClaimRaceTests
{
    private const int Points = 100;

    private readonly FakeTimeProvider time = new();

    /// <summary>A scan lists the points as well as a look does.</summary>
    [Fact]
    public void After_a_scan_the_next_point_in_the_order_is_claimed() => Assert.All(Enumerable.Range(0, 20), seed =>
    {
        var coordinator = Begin(Order.AsWritten, seed);
        Lose(coordinator, 6);
        Scan(coordinator, Points);
        Assert.Equal(0, Claim(coordinator));
    });

    [Fact]
    public void A_look_that_failed_has_shown_nothing()
    {
        var claimed = Enumerable.Range(0, 20).Select(seed =>
        {
            var coordinator = Begin(Order.AsWritten, seed);
            var lost = Lose(coordinator, 6);
            coordinator.Looked(states: null, coordinator.BeginScan().Changes, time.GetTimestamp());
            return Claim(coordinator) == Enumerable.Range(0, Points).Except(lost).First();
        });

        // The point is one out of 64.
        Assert.Contains(false, claimed);
    }

    [Fact]
    public void A_scan_that_failed_has_shown_nothing()
    {
        var coordinator = Begin(Order.AsWritten, seed: 1, mostLostClaims: 3);
        Lose(coordinator, 4);
        Assert.Null(Next(coordinator));

        coordinator.ScanFailed(time.GetTimestamp(), wasStopped: false, "refused");
        Assert.Null(Next(coordinator));

        Scan(coordinator, Points);
        Assert.Equal(0, Claim(coordinator));
    }

    /// <summary>Without costs each worker has an order of its own, in which two rarely meet.</summary>
    [Theory]
    [InlineData(Order.Shuffled)]
    [InlineData(Order.LongestFirst)]
    public void In_an_order_of_its_own_a_worker_goes_on_with_the_next_point(Order order)
    {
        var alone = Begin(order, seed: 1);
        var claimed = Enumerable.Range(0, 20).Select(_ =>
        {
            var point = Claim(alone);
            alone.Tell(point, PointEvent.Claimed);
            return point;
        }).ToList();

        var among = Begin(order, seed: 1);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(claimed, Lose(among, 20));
    }

    [Fact]
    public void In_the_order_of_the_costs_a_worker_takes_any_of_the_next_points()
    {
        var costs = Enumerable.Range(0, Points).ToDictionary(point => point, point => -(double)point);
        var among = Begin(Order.LongestFirst, seed: 1, costs: costs);
        Assert.NotEqual(Enumerable.Range(0, 20), Lose(among, 20));
    }

    /// <summary>A worker that has ten points of a large sweep lists the states of all.</summary>
    [Theory]
    [InlineData(10, 1)]
    [InlineData(5000, 6)]
    public void A_look_is_worth_as_many_claims_as_the_listing_is_long(int listed, int lost)
    {
        var coordinator = Begin(Order.AsWritten, seed: 1, points: 10, listed: listed);
        for (var i = 0; i < lost; i++)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            coordinator.LostClaim(Claim(coordinator));
        }

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Assignment.Look>(Next(coordinator));
    }

    /// <summary>Two rarely meet there, until most points are taken: then a worker would try one after the other.</summary>
    [Theory]
    [InlineData(1_000, 53)]
    [InlineData(5_000, 61)]
    public void In_an_order_of_its_own_a_worker_looks_before_it_has_lost_as_many_claims_as_a_scan_is_worth(int points, int lost)
    {
        var coordinator = Begin(Order.Shuffled, seed: 1, points: points, listed: points);
        time.Advance(TimeSpan.FromMinutes(1));
        Lose(coordinator, lost);
        Assert.IsType<Assignment.Look>(Next(coordinator));
    }

    private Coordinator Begin(
        Order order, int seed, int points = Points, int listed = Points, int mostLostClaims = 50, Dictionary<int, double>? costs = null)
    {
        var options = new SweepOptions { Order = order, MostLostClaims = mostLostClaims };
        var coordinator = new Coordinator(TestSweep.Worker("a"), build: null, options, needsGpus: false, time, new Random(seed));
        coordinator.Begin(Enumerable.Range(0, points), costs);
        Scan(coordinator, listed);
        return coordinator;
    }

    private void Scan(Coordinator coordinator, int listed)
    {
        var states = Enumerable.Range(0, listed).ToDictionary(point => point, point => new StateFile(point, PointState.ToRun));
        coordinator.Scanned(ScanReport.OfLook(states, time.GetTimestamp(), coordinator.BeginScan().Changes));
    }

    private static List<int> Lose(Coordinator coordinator, int count)
    {
        var lost = new List<int>();
        for (var i = 0; i < count; i++)
        {
            lost.Add(Claim(coordinator));
            coordinator.LostClaim(lost[^1]);
        }

        return lost;
    }

    private static int Claim(Coordinator coordinator) => Assert.IsType<Assignment.Claim>(Next(coordinator)).Point;

    private static Assignment? Next(Coordinator coordinator) => coordinator.TryNext(hasGpus: false, CancellationToken.None, out _);
}
