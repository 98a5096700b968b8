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

/// <summary>What a worker does while no point waits: it reads results, helps late workers, and takes claims of dead ones back.</summary>
public sealed class NothingToRunTests
{
    private const int Results = 1_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly WorkerIdentity Me = new("w", "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);

    /// <summary>At a million points a worker reads results for a quarter of an hour.</summary>
    [Fact]
    public async Task The_claim_of_a_dead_worker_is_taken_back_while_results_are_read()
    {
        var ran = await FirstRun(new SweepOptions { Speculation = Speculation.Never }, _ => ValueTask.CompletedTask);
        Assert.InRange(ran.TotalSeconds, 60, 120);
    }

    [Fact]
    public async Task A_late_point_is_run_as_well_before_all_results_are_read()
    {
        var ran = await FirstRun(new SweepOptions(), directory => WriteHeartbeat(directory, "other", [Results]));
        Assert.InRange(ran.TotalSeconds, 0, 10);
    }

    /// <summary>
    /// A thousand idle workers know the same late points. Each point is announced by one of them, and by the time that the others try it,
    /// they are late. Without a new scan each of them would try every point, and each try lists the points.
    /// </summary>
    [Fact]
    public async Task A_worker_that_comes_too_late_with_a_duplicate_scans_before_it_tries_another()
    {
        const int Late = 30;
        var memory = new MemoryDirectory();
        for (var point = 0; point < Late; point++)
            await memory.Write(new StateFile(point, PointState.Running, "other").Path, "{}"u8.ToArray());
        await WriteHeartbeat(memory, "other", [.. Enumerable.Range(0, Late)]);
        memory.Breaks = path =>
        {
            Assert.True(AnnounceFasterThanMe(memory, Late).IsCompletedSuccessfully);
            return false;
        };
        var (time, directory) = (new FakeTimeProvider(), new CountingDirectory(memory));
        var worker = new SweepWorker(directory, directory, Me, new SweepOptions(), time, new Random(1));
        await worker.Join(Enumerable.Range(0, Late), _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        var cancellation = TestContext.Current.CancellationToken;
        var outcome = worker.NextOutcome((_, _) => throw new InvalidOperationException("not reached"), cancellation).AsTask();
        for (var i = 0; i < 20; i++)
            time.Advance(Second);

        Assert.False(outcome.IsCompleted);
        var (tries, scans) = (directory.Counts["write ini"], directory.Counts["list workers"]);
        Assert.InRange(tries, 2, scans);
        Assert.InRange(scans, 2, Late - 1);
    }

    /// <summary>Something on Windows has the announcement of the duplicate open. Nobody needs it any more, and the result counts.</summary>
    [Fact]
    public async Task The_result_of_a_duplicate_whose_announcement_cannot_be_deleted_is_stored()
    {
        var memory = new MemoryDirectory();
        await memory.Write(new StateFile(0, PointState.Running, "other").Path, "{}"u8.ToArray());
        await WriteHeartbeat(memory, "other", [0]);
        var (time, directory) = (new FakeTimeProvider(), new KeepsFiles(memory));
        var worker = new SweepWorker(directory, directory, Me, new SweepOptions(), time, new Random(1));
        await worker.Join([0], _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);

        var outcome = worker.NextOutcome(
            (attempt, _) => ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point))),
            TestContext.Current.CancellationToken).AsTask();
        for (var i = 0; i < 60 && !outcome.IsCompleted; i++)
            time.Advance(Second);

        Assert.True(outcome.IsCompleted);
        Assert.IsType<PointOutcome.FinishedHere>(await outcome);
    }

    private sealed class KeepsFiles(ISharedDirectory inner) : Detour(inner)
    {
        public override ValueTask<bool> TryDelete(string path) =>
            throw new SharedDirectoryException($"delete of '{path}' failed: it is in use", 32, isTransient: true);
    }

    /// <summary>A worker reports results, one a second, of a sweep whose last point another one holds. Returns when it runs that point.</summary>
    private static async Task<TimeSpan> FirstRun(SweepOptions options, Func<MemoryDirectory, ValueTask> prepare)
    {
        var (time, directory) = (new FakeTimeProvider(), new MemoryDirectory());
        for (var point = 0; point < Results; point++)
        {
            await directory.Write(new StateFile(point, PointState.Finished).Path, "{}"u8.ToArray());
            await directory.Write(SweepLayout.Result(point), Result(point));
        }

        await directory.Write(new StateFile(Results, PointState.Running, "other").Path, "{}"u8.ToArray());
        await prepare(directory);
        var worker = new SweepWorker(directory, directory, Me, options, time, new Random(1));
        TimeSpan? ran = null;
        var work = Work();
        for (var i = 0; i < 2 * Results && ran is null; i++)
            time.Advance(Second);
        Assert.Null(work.Exception);
        return ran ?? TimeSpan.MaxValue;

        async Task Work()
        {
            var points = Enumerable.Range(0, Results + 1);
            await worker.Join(points, _ => "{}"u8.ToArray(), cancellation: TestContext.Current.CancellationToken).ConfigureAwait(false);
            while (!worker.IsDone)
            {
                await worker.NextOutcome(Execute, TestContext.Current.CancellationToken).ConfigureAwait(false);
                await Task.Delay(Second, time, CancellationToken.None).ConfigureAwait(false);
            }
        }

        ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
        {
            ran = time.GetUtcNow() - time.Start;
            return ValueTask.FromResult<AttemptOutcome>(new AttemptOutcome.Success(Result(attempt.Point)));
        }
    }

    private static async Task AnnounceFasterThanMe(MemoryDirectory directory, int points)
    {
        for (var point = 0; point < points; point++)
        {
            if (await directory.TryRead(SweepLayout.DuplicateMarker(point, Me.Id)).ConfigureAwait(false) is not null)
                await directory.Write(SweepLayout.DuplicateMarker(point, "a"), ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);
        }
    }

    private static ValueTask WriteHeartbeat(MemoryDirectory directory, string worker, int[] running) => directory.Write(
        SweepLayout.Worker(worker),
        JsonSerializer.SerializeToUtf8Bytes(
            new WorkerRecord
            {
                Worker = Me with { Id = worker },
                Beat = 1,
                IntervalSeconds = 10,
                State = WorkerStates.Running,
                Running = [.. running.Select(point => new RunningPoint(point, Seconds: 1_000))],
                Finished = 10,
                Errors = 0,
                BusySeconds = 100,
                Started = DateTimeOffset.UnixEpoch,
                Updated = DateTimeOffset.UnixEpoch,
            },
            SweepJson.Readable.WorkerRecord));

    private static byte[] Result(int point) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"point\":{point},\"worker\":\"w\"}}"));
}
