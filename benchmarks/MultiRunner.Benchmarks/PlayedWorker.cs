using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>A worker of a simulated fleet that is played by the real code, up to the experiment.</summary>
internal sealed class PlayedWorker
{
    private readonly int number;
    private readonly FleetPlan plan;
    private readonly PricedDirectory directory;
    private readonly SimulatedTime time;
    private readonly FleetLog log;
    private readonly Random random;
    private readonly SweepOptions options;
    private readonly WorkerIdentity me;
    private readonly SweepWorker worker;
    private TimeSpan? runsSince;
    private TimeSpan took;

    public PlayedWorker(int number, FleetPlan plan, ISharedDirectory shared, SimulatedTime time, FleetLog log, Random random)
    {
        this.number = number;
        this.plan = plan;
        this.time = time;
        this.log = log;
        this.random = random;
        options = plan.Options;
        directory = new PricedDirectory(shared, plan.Prices, time);
        var id = string.Create(CultureInfo.InvariantCulture, $"played-{number}-0000");
        me = new WorkerIdentity(id, "played", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        worker = new SweepWorker(directory, directory, me, options, time, new Random(number));
    }

    /// <summary>How many points it finished.</summary>
    public int Finished { get; private set; }

    /// <summary>How many points it has reported, whoever finished them.</summary>
    public int Reported { get; private set; }

    public bool IsDead { get; private set; }

    /// <summary>Shows itself, and takes its first look.</summary>
    /// <param name="costs">What the points cost.</param>
    public async Task Join(IReadOnlyDictionary<int, double>? costs)
    {
        await worker.Heartbeat.Write().ConfigureAwait(false);
        var points = Enumerable.Range(0, plan.Points + (plan.HasEndlessPoint ? 1 : 0));
        await worker.Join(points, _ => "{}"u8.ToArray(), costs).ConfigureAwait(false);
    }

    /// <summary>Beats, until it dies.</summary>
    public async Task Beat()
    {
        while (!IsDead)
        {
            await Task.Delay(options.HeartbeatInterval, time).ConfigureAwait(false);
            await worker.Heartbeat.Beat().ConfigureAwait(false);
        }
    }

    /// <summary>Lives, until it dies.</summary>
    public async Task Live()
    {
        await Task.Delay(plan.Life(random), time).ConfigureAwait(false);
        IsDead = true;
        directory.Die();
        if (runsSince is { } since)
            log.Die(time.Elapsed - since);
    }

    /// <summary>Runs points, and reports those that others ran.</summary>
    public async Task Work()
    {
        while (!worker.IsDone)
        {
            var outcome = await worker.NextOutcome(Execute, CancellationToken.None).ConfigureAwait(false);
            Reported++;
            if (outcome is not PointOutcome.FinishedHere)
                continue;
            Finished++;
            log.Finish(took);
        }
    }

    private async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancellation)
    {
        log.Begin(attempt.Point);
        runsSince = time.Elapsed;

        // A Task.Delay that is cancelled goes on on a thread of the pool, beside the simulation. An alarm rings by way of a timer.
        await Alarm.Wait(time, plan.LengthOn(number, random), cancellation).ConfigureAwait(false);
        if (IsDead)
            await new TaskCompletionSource().Task.ConfigureAwait(false);
        took = time.Elapsed - runsSince.Value;
        runsSince = null;
        return new AttemptOutcome.Success(Crowd.Result(attempt.Point, me.Id));
    }
}
