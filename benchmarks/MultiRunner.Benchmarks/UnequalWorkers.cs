using System.Globalization;
using System.Text;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;

namespace MultiRunner.Benchmarks;

/// <summary>Workers of different speeds, each of which is played by the real code in simulated time, on a directory that costs no time.</summary>
/// <param name="problem">The points and the workers.</param>
/// <param name="options">How the workers take part.</param>
/// <param name="costs">What the workers are told that the points cost, as a logarithm; null: nothing.</param>
/// <param name="seed">Gives each worker an order and a rhythm of its own.</param>
internal sealed class UnequalWorkers(MakespanProblem problem, SweepOptions options, IReadOnlyDictionary<int, double>? costs, int seed)
{
    private readonly SimulatedTime time = new();
    private readonly CountingDirectory directory = new(new MemoryDirectory());
    private readonly List<Task> tasks = [];
    private int finished;

    /// <summary>How many attempts were begun, duplicates included.</summary>
    public int Begun { get; private set; }

    /// <summary>How often the points were listed.</summary>
    public int Listings { get; private set; }

    /// <summary>Runs until every point has a result; returns the seconds until then.</summary>
    /// <exception cref="InvalidOperationException">A worker failed, or not every point has one result.</exception>
    public double Run()
    {
        for (var point = 0; point < problem.Seconds.Length; point++)
            Now(directory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray()));
        for (var worker = 0; worker < problem.Speeds.Length; worker++)
            tasks.Add(Work(worker));
        time.RunUntil(() => finished == problem.Seconds.Length || tasks.Exists(task => task.IsFaulted));
        if (tasks.Find(task => task.IsFaulted) is { } failed)
            throw new InvalidOperationException("A simulated worker failed.", failed.Exception);
        Listings = directory.Counts[$"list {SweepLayout.Ini}"];
        var results = Now(directory.List(SweepLayout.Results)).Count(name => SweepLayout.PointOfResult(name) is not null);
        return results == problem.Seconds.Length
            ? time.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{problem.Seconds.Length} points have {results} results.");
    }

    private async Task Work(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"w{number}");
        var me = new WorkerIdentity(id, "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var worker = new SweepWorker(directory, directory, me, options, time, new Random((seed * 1000) + number));
        await worker.Heartbeat.Write().ConfigureAwait(false);
        tasks.Add(Beat(worker.Heartbeat));
        await worker.Join(Enumerable.Range(0, problem.Seconds.Length), _ => "{}"u8.ToArray(), costs).ConfigureAwait(false);
        while (!worker.IsDone)
        {
            if (await worker.NextOutcome(Execute, CancellationToken.None).ConfigureAwait(false) is PointOutcome.FinishedHere)
                finished++;
        }

        async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
        {
            Begun++;
            var length = TimeSpan.FromSeconds(problem.Seconds[attempt.Point] / problem.Speeds[number]);

            // A Task.Delay that is cancelled goes on on a thread of the pool, beside the simulation. An alarm rings by way of a timer.
            await Alarm.Wait(time, length, cancellation).ConfigureAwait(false);
            return new AttemptOutcome.Success(Encoding.UTF8.GetBytes($"{{\"point\":{attempt.Point}}}"));
        }
    }

    private async Task Beat(HeartbeatFile heartbeat)
    {
        while (true)
        {
            await Task.Delay(options.HeartbeatInterval, time).ConfigureAwait(false);
            await heartbeat.Beat().ConfigureAwait(false);
        }
    }

    private static T Now<T>(ValueTask<T> done) =>
        done.IsCompletedSuccessfully ? done.Result : throw new InvalidOperationException("An operation in memory was not done at once.");

    private static void Now(ValueTask done)
    {
        if (!done.IsCompletedSuccessfully)
            throw new InvalidOperationException("An operation in memory was not done at once.");
    }
}
