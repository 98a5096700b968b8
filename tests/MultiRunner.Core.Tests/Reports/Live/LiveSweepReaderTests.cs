using System.Globalization;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;
using MultiRunner.Reports.Live;
using Xunit;

namespace MultiRunner.Core.Tests.Reports.Live;

/// <summary>What somebody sees who looks at a sweep again and again.</summary>
public sealed class LiveSweepReaderTests : IDisposable
{
    private const string A = "node-a-4711-3fa2";
    private const string B = "node-b-12-00ff";

    private readonly SweepOnDisk sweep = new();
    private readonly CountingDirectory directory;
    private readonly LiveSweepReader reader;

    public LiveSweepReaderTests()
    {
        sweep.Axes("Samples.Training.Train", new Objective("accuracy", Maximize: true), ("n", [1, 2, 3, 4]), ("seed", [0, 1]));
        directory = new CountingDirectory(sweep.Files);
        reader = new LiveSweepReader(directory, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time);
    }

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Counts_of_workers_agree_with_the_total_whatever_the_workers_last_wrote()
    {
        // Both have written no beat since they began, and the one has put a point back since.
        sweep.Worker(A, finished: 0, errors: 7, 0, WorkerStates.Running);
        sweep.Worker(B, finished: 5, errors: 0, 0);
        for (var point = 0; point < 3; point++)
            sweep.Finish(point, A, 2, ("accuracy", point));
        sweep.Finish(3, B, 2, ("accuracy", 3));
        sweep.Move(4, PointState.Committed, A);
        sweep.Finish(5, "node-c-9-0001", 2, ("accuracy", 3));
        sweep.Error(6, A, 1, "E", "no");

        var look = await reader.Look();

        var worker = Assert.Single(look.Workers);
        Assert.Equal((A, 4, 1), (worker.Status.Id, worker.Finished, worker.Errors));
        Assert.Equal(new FormerWorkers(Exited: 1, Lost: 0, Finished: 2, Errors: 0), look.Former);
        Assert.Equal(look.Status.Counts.Finished, worker.Finished + look.Former.Finished + look.Unread);
    }

    [Fact]
    public async Task A_look_reads_only_what_is_new()
    {
        sweep.Worker(A, 1, 0, 1);
        sweep.Worker(B, 1, 0, 1, WorkerStates.Running);
        sweep.Finish(0, A, 2, ("accuracy", 0.5));
        sweep.Error(1, A, 1, "E", "no");
        await reader.Look();
        directory.Reset();

        await reader.Look();
        Assert.Equal(["list attempts", "list ini", "list revisions", "list workers", "read workers"], directory.Counts.Keys.Order());
        Assert.Equal(1, directory.Counts["read workers"]);

        sweep.Finish(1, B, 2, ("accuracy", 0.6));
        var look = await reader.Look();
        Assert.Equal(1, directory.Counts["read results"]);
        Assert.Equal(1, look.Best!.Members.Single().Index);
    }

    [Fact]
    public async Task A_look_reads_results_for_a_limited_time_and_says_how_many_are_left()
    {
        var large = new SweepOnDisk();
        using var disposal = large;
        const int Points = (2 * ResultTally.MostAtOnce) + 10;
        large.Axes("Samples.Training.Train", null, ("n", [.. Enumerable.Range(0, Points).Cast<object?>()]));
        for (var point = 0; point < Points; point++)
            large.Finish(point, A, 2, ("accuracy", 1));
        var counting = new CountingDirectory(large.Files);
        var slow = new LiveSweepReader(counting, large.FullPath(""), WorkerProcess.Identify(), new SlowTime());

        var first = await slow.Look();
        Assert.Equal((Points - ResultTally.MostAtOnce, ResultTally.MostAtOnce), (first.Unread, counting.Counts["read results"]));

        var second = await slow.Look();
        Assert.Equal((10, 2 * ResultTally.MostAtOnce), (second.Unread, counting.Counts["read results"]));

        var quick = await new LiveSweepReader(large.Files, large.FullPath(""), WorkerProcess.Identify(), large.Time).Look();
        Assert.Equal((0, Points), (quick.Unread, quick.Former.Finished));
    }

    /// <summary>A file system that is away for a moment is no sweep that nobody has begun.</summary>
    [Fact]
    public async Task A_listing_that_fails_changes_nothing_of_what_is_shown()
    {
        sweep.Finish(0, A, 2, ("accuracy", 0.9));
        var failing = new UnlistedDirectory(sweep.Files);
        var live = new LiveSweepReader(failing, sweep.FullPath(""), WorkerProcess.Identify(), sweep.Time);
        var before = await live.Look();

        failing.IsAway = true;
        var meanwhile = await live.Look();
        failing.IsAway = false;
        var after = await live.Look();

        Assert.Equal((1, 0), (before.Status.Counts.Finished, before.Status.Warnings.Count));
        Assert.Equal((1, 0), (meanwhile.Status.Counts.Finished, meanwhile.Best!.Members.Single().Index));
        Assert.Contains("'ini' cannot be listed", meanwhile.Status.Warnings[0], StringComparison.Ordinal);
        Assert.Equal((1, 0), (after.Status.Counts.Finished, after.Status.Warnings.Count));
    }

    [Fact]
    public async Task The_best_is_the_best_mean_where_there_are_repeats()
    {
        sweep.Repeat("seed");
        foreach (var (point, accuracy) in new[] { (0, 0.9), (1, 0.1), (2, 0.6), (3, 0.7) })
            sweep.Finish(point, A, 2, ("accuracy", accuracy));

        var look = await reader.Look();

        Assert.Equal([2, 3], look.Best!.Points);
        Assert.Equal("best so far: accuracy = 0.650 ± 0.635 (mean of 2) at n = 2", LiveText.Best(look));
    }

    [Fact]
    public async Task A_mean_of_some_repeats_says_of_how_many_it_is()
    {
        sweep.Repeat("seed");
        foreach (var (point, accuracy) in new[] { (0, 0.95), (2, 0.6), (3, 0.7) })
            sweep.Finish(point, A, 2, ("accuracy", accuracy));
        sweep.Move(1, PointState.Failed);

        Assert.Equal("best so far: accuracy = 0.95 (mean of 1 of 2 repeats) at n = 1", LiveText.Best(await reader.Look()));
    }

    [Fact]
    public async Task Points_that_are_equally_good_are_counted()
    {
        foreach (var point in new[] { 0, 1, 3 })
            sweep.Finish(point, A, 2, ("accuracy", 0.5));

        Assert.StartsWith("best so far: accuracy = 0.5 at 3 tied points, the first: point 0: n = 1", LiveText.Best(await reader.Look()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_that_is_put_back_counts_no_longer()
    {
        sweep.Finish(0, A, 2, ("accuracy", 0.9));
        sweep.Finish(2, A, 2, ("accuracy", 0.5));
        sweep.Error(1, A, 1, "E", "no");
        Assert.Equal(0, (await reader.Look()).Best!.Members.Single().Index);

        sweep.Move(0, PointState.ToRun);
        File.Delete(sweep.FullPath(SweepLayout.Result(0)));
        File.Delete(sweep.FullPath(SweepLayout.Attempt(1, A, 1)));
        var look = await reader.Look();

        Assert.Equal(2, look.Best!.Members.Single().Index);
        Assert.Equal((1, 0, 0), (look.Former.Finished, look.FailedAttempts, look.Failures.Count));
    }

    [Fact]
    public async Task Failures_are_told_by_message_the_last_one_first()
    {
        sweep.Error(0, A, 1, "System.IO.IOException", "no\ndisk");
        sweep.Error(2, A, 2, "System.IO.IOException", "no\ndisk");
        await reader.Look();
        sweep.Error(4, B, 1, "E", "other");

        var look = await reader.Look();

        Assert.Equal(["point 4: E: other", "points 0 and 2: System.IO.IOException: no disk"], look.Failures.Select(LiveText.Failure));
        Assert.Equal(3, look.FailedAttempts);
    }

    [Fact]
    public async Task A_worker_shows_what_it_runs_and_for_how_long_between_two_beats_too()
    {
        sweep.Worker(A, 0, 0, 0, WorkerStates.Running);
        sweep.EditWorker(A, record => record with { Running = [new RunningPoint(3, 4), new RunningPoint(5, 1)], Updated = sweep.Time.GetUtcNow().AddSeconds(-2) });
        sweep.Move(3, PointState.Running, A);
        sweep.Move(4, PointState.Running, A);
        sweep.Move(5, PointState.Running, B);
        var first = Assert.Single((await reader.Look()).Workers);
        sweep.Time.Advance(TimeSpan.FromSeconds(3));

        var second = Assert.Single((await reader.Look()).Workers);

        // Point 4 is not in the beat yet, and B has claimed point 5.
        Assert.Equal([(3, 6.0, false), (5, 3.0, true), (4, 0.0, false)], first.Running.Select(p => (p.Point, p.Seconds, p.IsDuplicate)));
        Assert.Equal([(3, 9.0, false), (5, 6.0, true), (4, 3.0, false)], second.Running.Select(p => (p.Point, p.Seconds, p.IsDuplicate)));
        Assert.Equal([new CanonicalJson("2"), new CanonicalJson("1")], first.Running[0].Arguments);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_by_hours_makes_no_point_older_than_a_beat_can_be()
    {
        sweep.Worker(A, 0, 0, 0, WorkerStates.Running);
        sweep.EditWorker(A, record => record with { Running = [new RunningPoint(3, 4)], Updated = sweep.Time.GetUtcNow().AddSeconds(-60), IntervalSeconds = 10 });
        sweep.Move(3, PointState.Running, A);

        var worker = Assert.Single((await reader.Look()).Workers);

        Assert.Equal(14, worker.Running.Single().Seconds);
    }

    [Fact]
    public async Task A_result_that_is_damaged_is_a_warning_and_hides_no_other()
    {
        sweep.Finish(0, A, 2, ("accuracy", 0.9));
        sweep.Finish(1, A, 2, ("accuracy", 0.5));
        sweep.Write(SweepLayout.Result(0), "{"u8);

        var look = await reader.Look();
        var again = await reader.Look();

        Assert.Equal(1, look.Best!.Members.Single().Index);
        Assert.Contains("'results/0.json' cannot be read", Assert.Single(look.Status.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, again.Unread);
        Assert.Equal(look.Status.Warnings, again.Status.Warnings);
    }

    [Fact]
    public async Task A_new_revision_is_taken_up()
    {
        sweep.Finish(0, A, 2, ("accuracy", 0.9), ("loss", 0.1));
        sweep.Finish(1, A, 2, ("accuracy", 0.5), ("loss", 0.01));
        await reader.Look();

        Directory.CreateDirectory(sweep.FullPath(SweepLayout.Revision(2)));
        var older = File.ReadAllText(sweep.FullPath(SweepLayout.Manifest));
        sweep.Edit(m => m with { Revision = 2, Objective = new Objective("loss", Maximize: false), Current = [0, 1, 2] });
        File.Move(sweep.FullPath(SweepLayout.Manifest), sweep.FullPath(SweepLayout.ManifestOf(2)));
        File.WriteAllText(sweep.FullPath(SweepLayout.Manifest), older);
        var look = await reader.Look();

        Assert.Equal(3, look.Status.Counts.Total);
        Assert.Equal(1, look.Best!.Members.Single().Index);
    }

    [Fact]
    public async Task A_directory_that_is_deleted_is_a_warning()
    {
        await reader.Look();
        Directory.Delete(sweep.FullPath(""), recursive: true);

        var look = await reader.Look();

        Assert.NotNull(look);
        Directory.CreateDirectory(sweep.FullPath(""));
    }

    [Fact]
    public async Task The_time_left_is_that_of_the_points_that_somebody_selected()
    {
        sweep.Worker(A, 1, 0, 1, WorkerStates.Running);
        sweep.EditWorker(A, record => record with { Selected = "0-3" });
        sweep.Finish(0, A, r => r with { Arguments = new CanonicalJson("""{"n":1,"seed":0}"""), Seconds = 2 });

        var look = await reader.Look();

        Assert.Equal((4, 6.0), (look.Status.Unselected, look.Status.SecondsLeft));
        var lines = LiveText.Screen([look], new Dictionary<string, string>(), 100, 40).Select(line => line.Text);
        Assert.Contains("4 points to run are selected by no running worker", lines);
    }

    [Theory]
    [InlineData("de-DE")]
    public async Task What_is_shown_does_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        sweep.Finish(0, A, 2, ("accuracy", 0.25));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("best so far: accuracy = 0.25 at point 0: n = 1, seed = 0", LiveText.Best(await reader.Look()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Each look at the clock finds a second gone.</summary>
    private sealed class SlowTime : TimeProvider
    {
        private long now;

        public override long GetTimestamp() => Interlocked.Add(ref now, TimestampFrequency);
    }
}
