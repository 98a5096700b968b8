using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Workers of one sweep in simulated time, all on one thread: a few that are played by the real code, and others that only leave the
/// same traces in the directory.
/// </summary>
internal sealed class SimulatedFleet : IDisposable
{
    public const int MostPlayed = 10;

    public static readonly TimeSpan ShortestPoint = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestPoint = TimeSpan.FromSeconds(15);

    private const int IdleMinutes = 10;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.5);

    private readonly SweepOptions options;
    private readonly MemoryDirectory memory = new();
    private readonly CountingDirectory counted;
    private readonly FakeTimeProvider time = new();
    private readonly Random random = new(1);
    private readonly CancellationTokenSource end = new();
    private readonly Crowd others;
    private readonly List<SweepWorker> workers = [];
    private readonly List<Task> tasks = [];
    private int finishedHere;
    private int reported;

    public SimulatedFleet(int points, int workers, Order order)
    {
        // Nobody runs the point that never ends a second time: what is counted is waiting.
        options = new SweepOptions { Speculation = Speculation.Never, Order = order };
        Points = points;
        Played = Math.Min(workers, MostPlayed);
        counted = new CountingDirectory(memory);
        for (var point = 0; point < points; point++)
            Now(memory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray()));
        others = new Crowd(memory, time, options, workers - Played, points, random);
        for (var i = 0; i < Played; i++)
            this.workers.Add(Join(i));
    }

    public int Points { get; }

    public int Played { get; }

    /// <summary>Runs until every point has a result and has been reported; returns the operations of a point that a played worker ran.</summary>
    public Operations RunAllPoints()
    {
        counted.Reset();
        tasks.AddRange(workers.Select(Run));
        others.Start();
        while (finishedHere + others.Finished < Points)
            Advance();
        var operations = Operations.Of(counted, finishedHere);

        // What others finished is read once by each worker, to be reported. That is no part of running a point.
        while (reported < Played * Points)
            Advance();
        return operations;
    }

    /// <summary>Lets the workers wait for a point that does not end; returns the operations of a worker and minute.</summary>
    public Operations Idle()
    {
        for (var i = 0; i < 60 / Step.TotalSeconds * 2; i++)
            Advance();
        counted.Reset();
        for (var i = 0; i < 60 / Step.TotalSeconds * IdleMinutes; i++)
            Advance();
        return Operations.Of(counted, Played * (double)IdleMinutes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        Advance();
        end.Dispose();
    }

    private void Advance()
    {
        time.Advance(Step);
        if (tasks.Find(task => task.IsFaulted) is { } failed)
            throw new InvalidOperationException("A simulated worker failed.", failed.Exception);
    }

    private SweepWorker Join(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"played-{number}-0000");
        var me = new WorkerIdentity(id, "played", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var worker = new SweepWorker(counted, counted, me, options, time, new Random(number));
        Now(worker.Heartbeat.Write());
        var all = Enumerable.Range(0, Points + 1); // The last one is the point that never ends.
        Now(worker.Join(all, _ => "{}"u8.ToArray(), all.ToDictionary(point => point, point => -(double)point)));
        tasks.Add(Beat(worker));
        return worker;
    }

    private async Task Run(SweepWorker worker)
    {
        while (await worker.NextOutcome(Execute, end.Token).ConfigureAwait(false) is not PointOutcome.Cancelled and var outcome)
        {
            reported++;
            if (outcome is PointOutcome.FinishedHere)
                finishedHere++;
        }
    }

    private async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
    {
        await Task.Delay(others.LengthOfPoint(), time, CancellationToken.None).ConfigureAwait(false);
        return new AttemptOutcome.Success(Crowd.Result(attempt.Point));
    }

    private async Task Beat(SweepWorker worker)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(options.HeartbeatInterval, time, CancellationToken.None).ConfigureAwait(false);
            await worker.Heartbeat.Beat().ConfigureAwait(false);
        }
    }

    /// <summary>A directory in memory has done everything when it returns.</summary>
    private static void Now(ValueTask done)
    {
        if (!done.IsCompletedSuccessfully)
            throw new InvalidOperationException("An operation in memory was not done at once.");
    }
}
