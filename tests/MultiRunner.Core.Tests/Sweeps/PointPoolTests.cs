using MultiRunner.Sweeps;
using Xunit;

namespace MultiRunner.Core.Tests.Sweeps;

public class PointPoolTests
{
    private readonly PointPool pool = new(Enumerable.Range(0, 5), new Random(1), TimeProvider.System);

    [Fact]
    public void A_stopped_worker_takes_each_unresolved_point_once()
    {
        pool.Report(3);
        pool.SkippedHere(1, "no GPU");

        var taken = new List<int>();
        while (pool.TryTakeUnresolved(out var point))
        {
            taken.Add(point);
            pool.Report(point);
        }

        Assert.Equal([0, 2, 4], taken.Order());
        Assert.True(pool.TryTakeSkipped(atOnce: true, out var skipped, out var reason));
        Assert.Equal((1, "no GPU"), (skipped, reason));
        Assert.False(pool.TryTakeSkipped(atOnce: true, out _, out _));
    }

    [Fact]
    public void A_point_that_is_behind_the_last_one_taken_is_taken_too()
    {
        Assert.True(pool.TryTakeUnresolved(out var first));
        Assert.True(pool.TryTakeUnresolved(out _));
        pool.Forget(first);

        var taken = new List<int>();
        while (pool.TryTakeUnresolved(out var point))
            taken.Add(point);

        Assert.Equal(4, taken.Distinct().Count());
        Assert.Contains(first, taken);
    }

    [Fact]
    public void Skipped_points_wait_until_nothing_else_is_left_and_a_listing_shows_them_unclaimed()
    {
        foreach (var point in Enumerable.Range(0, 5))
            pool.SkippedHere(point, $"reason {point}");
        Assert.False(pool.TryTakeSkipped(atOnce: false, out _, out _));

        pool.Apply(Enumerable.Range(0, 5).ToDictionary(p => p, p => new StateFile(p, PointState.ToRun)), "me", pool.BeginListing());

        var taken = new List<int>();
        while (pool.TryTakeSkipped(atOnce: false, out var point, out var reason))
        {
            Assert.Equal($"reason {point}", reason);
            taken.Add(point);
            pool.Report(point);
        }

        Assert.Equal([0, 1, 2, 3, 4], taken.Order());
    }
}
