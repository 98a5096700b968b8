using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Scheduling;

public class SweepWorkerTests
{
    private static readonly SweepOptions Options = new();

    /// <summary>
    /// What the simulation, on its one thread, cannot show: slots that really run at the same time. Many results are hidden from
    /// those who read them, so that all slots and the scanner are busy with what is missing. Without the lock in
    /// the coordinator's <c>TryNext</c> it was seen to fail: a slot had a point in hand of which the table knew nothing.
    /// </summary>
    [Fact]
    public async Task Slots_of_several_workers_that_really_run_at_the_same_time_report_each_point_once()
    {
        const int Points = 10_000;
        const int Workers = 3;
        const int Slots = 8;
        var directory = new MemoryDirectory { Hides = path => path.StartsWith("results/", StringComparison.Ordinal) && Random.Shared.Next(500) == 0 };
        for (var point = 0; point < Points; point++)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        var executions = 0;

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            var me = Identity($"w{worker}");
            var sweep = new SweepWorker(directory, directory, me, Options with { Speculation = Speculation.Never }, TimeProvider.System, new Random(worker));
            await sweep.Heartbeat.Write();
            await sweep.Join(Enumerable.Range(0, Points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
            var outcomes = new ConcurrentDictionary<int, PointOutcome>();
            var left = Points;
            await Task.WhenAll(Enumerable.Range(0, Slots).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    var outcome = await sweep.NextOutcome((attempt, _) => Succeed(attempt, me), TestContext.Current.CancellationToken);
                    Assert.True(outcomes.TryAdd(outcome.Point, outcome), $"{me.Id} reports point {outcome.Point} twice.");
                }
            })));
            Assert.True(sweep.IsDone);
            Assert.All(outcomes.Values, outcome => Assert.True(outcome is PointOutcome.FinishedHere or PointOutcome.FinishedElsewhere, outcome.ToString()));
            await sweep.Leave();
        })));

        Assert.Equal(Points, executions);

        ValueTask<AttemptOutcome> Succeed(Attempt attempt, WorkerIdentity me)
        {
            Interlocked.Increment(ref executions);
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point, me)));
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3000)]
    public async Task A_worker_that_is_never_idle_lists_the_points_once_however_many_there_are(int points)
    {
        var directory = new CountingDirectory(new MemoryDirectory());
        for (var point = 0; point < points; point++)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        var me = Identity("w");
        var sweep = new SweepWorker(directory, directory, me, Options, TimeProvider.System, new Random(1));
        await sweep.Join(Enumerable.Range(0, points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        directory.Reset();

        for (var i = 0; i < points; i++)
            Assert.IsType<PointOutcome.FinishedHere>(await sweep.NextOutcome((attempt, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point, me))), TestContext.Current.CancellationToken));

        // Claim, commit and seal; candidate; publication. Nothing is listed, and nothing else is read or written.
        Assert.Equal(
            [("rename ini", 3 * points), ("rename results", points), ("write durably results", points)],
            directory.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => (count.Key, count.Value)));
        await sweep.Leave();
    }

    [Theory]
    [InlineData(100, 50)]
    [InlineData(20_000, 150)]
    public async Task A_worker_that_loses_many_claims_looks_again_instead_of_trying_every_point(int points, int most)
    {
        var directory = new CountingDirectory(new MemoryDirectory());
        for (var point = 0; point < points; point++)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        var time = new FakeTimeProvider();
        using var cancellation = new CancellationTokenSource();
        var sweep = new SweepWorker(directory, directory, Identity("w"), Options, time, new Random(1));
        await sweep.Join(Enumerable.Range(0, points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        // Another worker, which is alive, has claimed all of them since this one looked.
        for (var point = 0; point < points; point++)
            await directory.TryRename(new StateFile(point, PointState.ToRun).Path, new StateFile(point, PointState.Running, "another").Path);
        directory.Reset();
        var outcome = sweep.NextOutcome((_, _) => throw new InvalidOperationException("not reached"), cancellation.Token).AsTask();
        for (var seconds = 0; seconds < 10; seconds++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(most + 1, directory.Counts["rename ini"]);
        Assert.InRange(directory.Counts["list ini"], 1, 10);
        await cancellation.CancelAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<PointOutcome.Cancelled>(await outcome);
    }

    /// <summary>On Windows a reader that has a state file open keeps everybody else from renaming it.</summary>
    [Fact]
    public async Task A_point_whose_state_file_is_in_use_is_run_after_the_others()
    {
        const int points = 20;
        var inUse = new StateFile(7, PointState.ToRun).Path;
        var directory = new MemoryDirectory();
        directory.IsInUse = path => path == inUse;
        for (var point = 0; point < points; point++)
            await directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray());
        var (me, time, run) = (Identity("w"), new FakeTimeProvider(), new List<int>());
        var sweep = new SweepWorker(new RetryingDirectory(directory, time), directory, me, Options, time, new Random(1));
        await sweep.Join(Enumerable.Range(0, points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        while (!sweep.IsDone)
        {
            var outcome = sweep.NextOutcome(Succeed, TestContext.Current.CancellationToken).AsTask();
            if (run.Count == points - 1)
                time.Advance(TimeSpan.FromSeconds(5));
            if (run.Count == points - 1)
                directory.IsInUse = _ => false;
            while (!outcome.IsCompleted)
                time.Advance(TimeSpan.FromSeconds(1));
            Assert.IsType<PointOutcome.FinishedHere>(await outcome);
        }

        Assert.Equal((points, 7), (run.Count, run[^1]));
        await sweep.Leave();

        ValueTask<AttemptOutcome> Succeed(Attempt attempt, CancellationToken cancellation)
        {
            run.Add(attempt.Point);
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point, me)));
        }
    }

    /// <summary>Two workers that want one point at the same moment meet like this, again and again, and nobody keeps the file open.</summary>
    [Fact]
    public async Task A_state_file_that_is_in_use_now_and_then_stops_nobody()
    {
        var tries = 0;
        var directory = new MemoryDirectory { IsInUse = _ => ++tries is 1 or 2 };
        var path = new StateFile(0, PointState.ToRun).Path;
        var held = new StateFile(0, PointState.Running, "another").Path;
        await directory.Write(path, "{}"u8.ToArray());
        var (me, time) = (Identity("w"), new FakeTimeProvider());
        var sweep = new SweepWorker(new RetryingDirectory(directory, time), directory, me, Options with { Speculation = Speculation.Never }, time, new Random(1));
        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        var outcome = sweep
            .NextOutcome((_, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(0, me))), TestContext.Current.CancellationToken).AsTask();
        Assert.Equal(1, tries);
        await directory.TryRename(path, held);
        for (var seconds = 0; seconds < 2 * Options.Patience.TotalSeconds; seconds++)
            time.Advance(TimeSpan.FromSeconds(1));
        await directory.TryRename(held, path);
        while (!outcome.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<PointOutcome.FinishedHere>(await outcome);
        Assert.Equal(3, tries);
        await sweep.Leave();
    }

    [Fact]
    public async Task A_state_file_that_stays_in_use_stops_a_worker_that_has_nothing_else_to_run()
    {
        var directory = new MemoryDirectory { IsInUse = _ => true };
        await directory.Write(new StateFile(0, PointState.ToRun).Path, "{}"u8.ToArray());
        var time = new FakeTimeProvider();
        var sweep = new SweepWorker(new RetryingDirectory(directory, time), directory, Identity("w"), Options, time, new Random(1));
        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        var outcome = sweep.NextOutcome((_, _) => throw new InvalidOperationException("not reached"), TestContext.Current.CancellationToken).AsTask();
        var waited = 0;
        for (; !outcome.IsCompleted && waited < 1000; waited++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.Contains("it is in use", Assert.IsType<PointOutcome.Unresolved>(await outcome).Why, StringComparison.Ordinal);
        Assert.InRange(waited, Options.Patience.TotalSeconds, 10 * Options.Patience.TotalSeconds);
        await sweep.Leave();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_fault_in_the_scanner_stops_the_worker_and_is_said()
    {
        var directory = new MemoryDirectory();
        await directory.Write(new StateFile(0, PointState.Running, "another").Path, "{}"u8.ToArray());
        var sweep = new SweepWorker(directory, directory, Identity("w"), Options, TimeProvider.System, new Random(1));
        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        directory.Breaks = path => path == SweepLayout.Ini;

        var outcome = await sweep.NextOutcome((_, _) => throw new InvalidOperationException("not reached"), TestContext.Current.CancellationToken);

        Assert.Contains("a fault of the library", Assert.IsType<PointOutcome.Unresolved>(outcome).Why, StringComparison.Ordinal);
        await sweep.Leave();
    }

    [Fact]
    public async Task Every_heartbeat_names_the_build()
    {
        var directory = new MemoryDirectory();
        await directory.Write(new StateFile(0, PointState.ToRun).Path, "{}"u8.ToArray());
        var (me, build) = (Identity("w"), new AssemblyStamp("Samples", "1.0.0.0", "mine"));
        var sweep = new SweepWorker(directory, directory, me, Options, TimeProvider.System, new Random(1), gpus: null, build);

        await sweep.Heartbeat.Write();
        Assert.Equal(build, (await Heartbeat(directory, me)).Assembly);

        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        await sweep.NextOutcome((_, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(0, me))), TestContext.Current.CancellationToken);
        await sweep.Leave();
        Assert.Equal((build, WorkerStates.Exited), ((await Heartbeat(directory, me)).Assembly, (await Heartbeat(directory, me)).State));
    }

    [Fact]
    public async Task A_worker_that_joins_notices_a_living_one_of_another_build()
    {
        var directory = new MemoryDirectory();
        await directory.Write(new StateFile(0, PointState.ToRun).Path, "{}"u8.ToArray());
        foreach (var other in new[] { "old", "mine" })
            await new SweepWorker(directory, directory, Identity($"w-{other}"), Options, TimeProvider.System, new Random(1), gpus: null, Build(other)).Heartbeat.Write();
        var me = Identity("w");
        var sweep = new SweepWorker(directory, directory, me, Options, TimeProvider.System, new Random(1), gpus: null, Build("mine"));

        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        await sweep.NextOutcome((_, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(0, me))), TestContext.Current.CancellationToken);
        await sweep.Leave();

        Assert.Equal(["w-old"], sweep.OtherBuilds.Select(record => record.Worker.Id));

        static AssemblyStamp Build(string module) => new("Samples", "1.0.0.0", module);
    }

    [Fact]
    public async Task A_worker_that_reports_many_failed_points_lists_their_attempts_once()
    {
        const int points = 200;
        var directory = new CountingDirectory(new MemoryDirectory());
        for (var point = 0; point < points; point++)
        {
            await directory.Write(new StateFile(point, PointState.Failed).Path, "{}"u8.ToArray());
            for (var k = 1; k <= Options.MaxAttempts; k++)
            {
                var record = new AttemptRecord { Point = point, Worker = "v", Kind = "error", Error = new AttemptError("Error", $"{point}", Stack: null) };
                await directory.Write(SweepLayout.Attempt(point, "v", k), JsonSerializer.SerializeToUtf8Bytes(record, SweepJson.Readable.AttemptRecord));
            }
        }

        var sweep = new SweepWorker(directory, directory, Identity("w"), Options, TimeProvider.System, new Random(1));
        await sweep.Join(Enumerable.Range(0, points), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        for (var i = 0; i < points; i++)
        {
            var outcome = await sweep.NextOutcome((_, _) => throw new InvalidOperationException("not reached"), TestContext.Current.CancellationToken);
            var failed = Assert.IsType<PointOutcome.FailedForGood>(outcome);
            Assert.Equal(Enumerable.Repeat($"{failed.Point}", Options.MaxAttempts), failed.Attempts.Select(attempt => attempt.Error.Message));
        }

        await sweep.Leave();
        Assert.Equal(1, directory.Counts["list attempts"]);
    }

    /// <summary>The scan shows a failed point. Before the worker reads why it failed, a rerun moves the records away and puts it back.</summary>
    [Fact]
    public async Task A_failed_point_that_is_put_back_before_it_is_reported_is_run()
    {
        var files = new MemoryDirectory();
        await files.Write(new StateFile(0, PointState.Failed).Path, "{}"u8.ToArray());
        var (directory, me) = (new PutsBackFailed(files), Identity("w"));
        var sweep = new SweepWorker(directory, directory, me, Options, TimeProvider.System, new Random(1));
        await sweep.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        var outcome = await sweep.NextOutcome((attempt, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point, me))), TestContext.Current.CancellationToken);

        Assert.IsType<PointOutcome.FinishedHere>(outcome);
        await sweep.Leave();
    }

    /// <summary>Every second point of very many would make a text that every beat would write.</summary>
    [Theory]
    [InlineData("0-2,7", 0, 1, 2, 7)]
    [InlineData("")]
    [InlineData(null, 20_000)]
    public async Task A_worker_says_what_it_was_asked_to_run_unless_that_is_long(string? text, params int[] points)
    {
        var directory = new MemoryDirectory();
        var me = Identity("me");
        var sweep = new SweepWorker(directory, directory, me, Options, new FakeTimeProvider(), new Random(1));
        await sweep.Heartbeat.Write();
        Assert.Null((await Heartbeat(directory, me)).Selected);

        await sweep.Join(text is null ? [.. Enumerable.Range(0, points[0]).Select(i => 2 * i)] : points, _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        await sweep.Heartbeat.Write();

        Assert.Equal(text, (await Heartbeat(directory, me)).Selected);
    }

    private static async Task<WorkerRecord> Heartbeat(MemoryDirectory directory, WorkerIdentity worker) =>
        JsonSerializer.Deserialize((await directory.TryRead(SweepLayout.Worker(worker.Id)))!, SweepJson.Readable.WorkerRecord)!;

    private sealed class PutsBackFailed(ISharedDirectory inner) : Detour(inner)
    {
        public override async ValueTask<IReadOnlyList<string>> List(string path)
        {
            if (path == SweepLayout.Attempts)
                await Inner.TryRename(new StateFile(0, PointState.Failed).Path, new StateFile(0, PointState.ToRun).Path);
            return await Inner.List(path);
        }
    }

    private static WorkerIdentity Identity(string id) => new(id, id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);

    private static byte[] Result(int point, WorkerIdentity worker) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"worker\":\"{worker.Id}\"}}"));
}
