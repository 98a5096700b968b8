using Microsoft.Extensions.Time.Testing;
using MultiRunner.Scheduling;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

public class ScanScheduleTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Never = TimeSpan.FromHours(1);

    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(100_000)]
    public void All_idle_workers_together_make_fewer_than_50_listings_a_second(int workers)
    {
        // Each scan makes two listings. One in a hundred workers is played, and counts for all.
        var played = Math.Max(1, Math.Min(workers, 100));
        var scans = Enumerable.Range(0, played).Sum(worker => ScansOf(worker, workers, 10 * Minute));

        Assert.InRange(2.0 * scans * workers / played / (10 * Minute).TotalSeconds, 0, 50);
    }

    [Fact]
    public void A_listing_that_is_slow_takes_at_most_a_twentieth_of_the_time()
    {
        var cost = TimeSpan.FromSeconds(2);

        var scans = ScansOf(seed: 1, workers: 1, 60 * Minute, cost);

        Assert.InRange(scans * cost / (60 * Minute), 0.03, 0.08);
    }

    /// <summary>The process was stopped, or the server was away.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 150)]
    public void A_scan_that_was_held_up_for_hours_holds_up_the_next_one_for_minutes_at_most(int times, double longest)
    {
        var schedule = Schedule();
        schedule.Scanned(time.GetTimestamp(), workers: 1, forIdle: true);
        for (var scan = 0; scan < times; scan++)
        {
            var began = time.GetTimestamp();
            time.Advance(TimeSpan.FromHours(10));
            schedule.Scanned(began, workers: 1, forIdle: true);
        }

        Assert.InRange(schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, threshold: Never)!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(longest));
    }

    [Fact]
    public void A_worker_with_young_points_does_not_scan() =>
        Assert.Equal(TimeSpan.FromSeconds(7), Schedule().UntilNext(isIdle: false, untilStraggler: null, oldest: TimeSpan.FromSeconds(3), threshold: TimeSpan.FromSeconds(10)));

    [Fact]
    public void A_worker_without_anything_to_do_or_to_wait_for_does_not_scan() =>
        Assert.Null(Schedule().UntilNext(isIdle: false, untilStraggler: null, oldest: null, threshold: Never));

    [Theory]
    [InlineData(16, 1)]
    [InlineData(160, 10)]
    [InlineData(36_000, 60)]
    public void The_longer_a_late_point_runs_the_less_often_it_is_looked_for(double age, double pause)
    {
        var schedule = Schedule();
        schedule.Scanned(time.GetTimestamp(), workers: 1, forIdle: false);

        Assert.Equal(TimeSpan.FromSeconds(pause), schedule.UntilNext(isIdle: false, untilStraggler: null, TimeSpan.FromSeconds(age), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void The_pause_of_an_idle_worker_grows_to_5_seconds_and_begins_anew_when_something_ended_here()
    {
        var schedule = Schedule();
        List<double> pauses = [];
        for (var i = 0; i < 8; i++)
        {
            schedule.Scanned(time.GetTimestamp(), workers: 1, forIdle: true);
            pauses.Add(schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, Never)!.Value.TotalSeconds);
        }

        double[] expected = [0.2, 0.4, 0.8, 1.6, 3.2, 5, 5, 5];
        Assert.All(pauses.Zip(expected), pair => Assert.InRange(pair.First, 0.75 * pair.Second, 1.25 * pair.Second));

        schedule.Reset();
        Assert.InRange(schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, Never)!.Value.TotalSeconds, 0, 0.1);
    }

    [Fact]
    public void What_is_missing_is_looked_for_often_enough_to_be_evidence()
    {
        var schedule = Schedule();
        var began = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(10));
        schedule.Scanned(began, workers: 1000, forIdle: true);
        Assert.True(schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, Never) > TimeSpan.FromSeconds(60));

        schedule.IsSomethingMissing = true;

        Assert.Equal(TimeSpan.FromSeconds(5), schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, Never));
    }

    private int ScansOf(int seed, int workers, TimeSpan during, TimeSpan cost = default)
    {
        var schedule = Schedule(seed);
        var end = time.GetUtcNow() + during;
        var scans = 0;
        schedule.Scanned(time.GetTimestamp(), workers, forIdle: true);
        while (true)
        {
            var until = schedule.UntilNext(isIdle: true, untilStraggler: null, oldest: null, Never)!.Value;
            time.Advance(until > TimeSpan.Zero ? until : TimeSpan.Zero);
            if (time.GetUtcNow() >= end)
                return scans;
            var began = time.GetTimestamp();
            time.Advance(cost);
            schedule.Scanned(began, workers, forIdle: true);
            scans++;
        }
    }

    private ScanSchedule Schedule(int seed = 1) => new(time, new Random(seed));
}
