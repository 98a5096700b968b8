using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Protocol;
using MultiRunner.Scheduling;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// One test process on one machine: it joins, beats, runs as many slots as it has points, and leaves. The code is the real
/// one; only the directory, the clock and the experiment are simulated.
/// </summary>
internal sealed class SimulatedWorker : IDisposable
{
    private readonly World world;
    private readonly Faults faults;
    private readonly CancellationTokenSource cancellation = new();
    private readonly int build;
    private readonly List<int> points;
    private readonly int slots;
    private readonly RetryingDirectory patient;
    private SweepWorker? sweep;
    private Sleep? untilNextBeat;
    // One that was left to itself goes on, but its worker waits for something else by then.
    private readonly List<CancellationToken> experiments = [];
    private int executions;
    private bool stopsBeating;
    private bool isToBeCancelled;

    public SimulatedWorker(World world, string id, int build, List<int> points, int slots, Faults faults)
    {
        this.world = world;
        this.faults = faults;
        this.build = build;
        this.points = points;
        this.slots = slots;
        Id = id;
        Clock = new SimulatedClock(world, this, TimeSpan.FromTicks(world.Dice.Seconds(-9000, 9000)));
        Client = new SimulatedClient(world, this, faults);
        patient = new RetryingDirectory(Client, Clock);
    }

    public string Id { get; }

    public SimulatedClock Clock { get; }

    public SimulatedClient Client { get; }

    public IReadOnlyList<int> Points => points;

    /// <summary>The points that skipped themselves here.</summary>
    public HashSet<int> Skipped { get; } = [];

    public Dictionary<int, PointOutcome> Outcomes { get; } = [];

    /// <summary>Its failed experiments.</summary>
    public int Failures { get; private set; }

    /// <summary>How long its monotonic clock has stood still.</summary>
    public long Slept { get; private set; }

    public long SuspendedUntil { get; private set; }

    /// <summary>Its process is gone: nothing of it happens any more.</summary>
    public bool IsDead { get; private set; }

    public bool HasLeft { get; private set; }

    /// <summary>Whether others may have had reason to take it for dead.</summary>
    public bool WasSilent { get; private set; }

    public bool WasCancelled { get; private set; }

    /// <summary>It has shown itself to the others.</summary>
    public bool HasShownItself => sweep is not null;

    public bool WasToldToEnd { get; private set; }

    /// <summary>It was told to end, and has given everything back.</summary>
    public bool WasReleased { get; private set; }

    /// <summary>What the judge saw last in its heartbeat file.</summary>
    public (byte[] Content, long Beat, bool IsExited)? LastHeartbeat { get; set; }

    public bool IsActive => !IsDead && !HasLeft;

    public async void Start()
    {
        try
        {
            await Live().ConfigureAwait(false);
        }
        catch (SharedDirectoryException e) when (Client.HasFailed)
        {
            world.Trace.Add(this, "gives up:", e.Message);
        }
        catch (OperationCanceledException) when (WasCancelled)
        {
            world.Trace.Add(this, "leaves before it has joined");
        }
        catch (Exception e)
        {
            world.Violate($"{Id} threw {e}");
        }

        HasLeft = true;
    }

    /// <summary>The user presses Ctrl-C: at once when an experiment runs, else during the next operation.</summary>
    public void Cancel()
    {
        isToBeCancelled = true;
        if (experiments.Exists(token => !token.IsCancellationRequested))
            CancelNow();
    }

    /// <summary>An operation of the worker is about to be answered, so that it certainly waits for nothing else.</summary>
    public void Answering(Operation operation)
    {
        if (isToBeCancelled && !operation.Path.StartsWith(SweepLayout.Workers, StringComparison.Ordinal))
            CancelNow();
    }

    /// <summary>Its process is told to end by SIGTERM: it gives everything back while its slots and its heartbeat go on, and is gone.</summary>
    public async void Terminate()
    {
        world.Trace.Add(this, "is told to end");
        WasToldToEnd = true;
        try
        {
            if (sweep is not null)
                await sweep.ReleaseAll().ConfigureAwait(false);
            WasReleased = !WasSilent;
        }
        catch (SharedDirectoryException)
        {
            // It could not say so: to the others it has died.
        }

        Die(losesPower: false);
    }

    public void Die(bool losesPower)
    {
        IsDead = true;
        if (losesPower)
            world.Files.LoseUnsynced(Client, world.Dice);
        world.Replace();
    }

    /// <summary>Stops the process for a while, or puts its machine to sleep: then its monotonic clock stands still, too.</summary>
    public void Suspend()
    {
        var length = world.Dice.Chance(0.3) ? world.Dice.Seconds(1, 30) : world.Dice.Seconds(50, 200);
        SuspendedUntil = world.Now + length;
        WasSilent = true;
        var sleeps = world.Dice.Chance(0.5);
        if (sleeps)
            Slept += length;
        world.Trace.Add(this, sleeps ? "its machine sleeps" : "is stopped", string.Create(CultureInfo.InvariantCulture, $"for {length / TimeSpan.TicksPerSecond} s"));
    }

    public void Dispose() => cancellation.Dispose();

    private async ValueTask Live()
    {
        TimeProvider clock = world.Mutation?.Clock?.Invoke(Clock) ?? Clock;
        var directory = world.Mutation?.Wrap?.Invoke(patient, Id) ?? patient;
        var direct = world.Mutation?.Wrap?.Invoke(Client, Id) ?? Client;
        var wanted = world.ManifestBy(Id, build);
        var identity = new WorkerIdentity(Id, Id, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var initializer = new SweepInitializer(directory, identity, world.Options, clock);
        var inForce = await initializer.Initialize(wanted, cancellation.Token).ConfigureAwait(false);
        world.Judge.Expect(this, inForce);

        sweep = new SweepWorker(directory, direct, identity, world.Options, clock, new Random(world.Dice.Below(int.MaxValue)));
        await sweep.Heartbeat.Write().ConfigureAwait(false);
        var heart = Beat(sweep);
        try
        {
            var revision = new SweepRevision(directory, identity, world.Options, clock);
            world.Judge.Expect(this, await revision.Ensure(inForce, wanted, cancellation.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            await Leave(sweep, heart).ConfigureAwait(false);
            throw;
        }

        await sweep.Join(points, World.ArgumentsOf).ConfigureAwait(false);
        var unreported = points.Count;
        await Task.WhenAll(Enumerable.Range(0, slots).Select(_ => RunSlot()).ToList()).ConfigureAwait(false);

        if (!WasCancelled && !sweep.IsDone)
            world.Violate($"{Id} has reported {points.Count} points and is not done");
        await Leave(sweep, heart).ConfigureAwait(false);

        // As xunit does with a test case after another: a slot is free again when it has reported a point.
        async Task RunSlot()
        {
            while (!WasCancelled && unreported-- > 0)
            {
                var outcome = await sweep.NextOutcome(Execute, cancellation.Token).ConfigureAwait(false);
                world.Trace.Add(this, "reports", outcome.GetType().Name, outcome.Point.ToString(CultureInfo.InvariantCulture));
                world.Judge.Expect(this, outcome);
                if (outcome is PointOutcome.Cancelled)
                    return;
                if (!Outcomes.TryAdd(outcome.Point, outcome))
                    world.Violate($"{Id} reports point {outcome.Point} twice");
            }
        }
    }

    private async ValueTask Leave(SweepWorker sweep, Task heart)
    {
        stopsBeating = true;
        untilNextBeat?.Interrupt();
        await heart.ConfigureAwait(false);
        await sweep.Leave().ConfigureAwait(false);
        world.Trace.Add(this, "has left");
    }

    private void CancelNow()
    {
        if (WasCancelled)
            return;
        world.Trace.Add(this, "is cancelled");
        WasCancelled = true;
        cancellation.Cancel();
    }

    /// <summary>What <see cref="Heartbeat"/> does on a thread of its own.</summary>
    private async Task Beat(SweepWorker sweep)
    {
        var pause = world.Options.HeartbeatInterval;
        while (!stopsBeating)
        {
            using (untilNextBeat = new Sleep(Clock, pause))
            {
                if (!await untilNextBeat.Task.ConfigureAwait(false))
                    return;
            }

            try
            {
                await sweep.Heartbeat.Beat().ConfigureAwait(false);
                pause = world.Options.HeartbeatInterval;
            }
            catch (SharedDirectoryException)
            {
                // The next beat tries again, soon.
                WasSilent = true;
                pause = TimeSpan.FromSeconds(1);
            }
        }
    }

    private async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken cancel)
    {
        var point = attempt.Point;
        world.Trace.Add(this, "executes", point.ToString(CultureInfo.InvariantCulture));
        world.Judge.Started(this, point);
        using (var experiment = new Sleep(Clock, TimeSpan.FromTicks(world.Dice.Seconds(0, faults.Experiment))))
        {
            // Not every experiment listens to its token; one that does not is left to itself and goes on.
            await using var listening = world.Dice.Chance(0.5) ? cancel.Register(experiment.Interrupt) : default;
            experiments.Add(cancel);
            var isOver = await experiment.Task.ConfigureAwait(false);
            experiments.Remove(cancel);
            if (!isOver)
                return new AttemptOutcome.Cancelled();
        }

        if (point == faults.Poisoned)
        {
            world.Trace.Add(this, "is killed by the experiment");
            Die(losesPower: false);
            await new TaskCompletionSource().Task.ConfigureAwait(false);
        }

        if (world.Dice.Chance(faults.Skip))
        {
            Skipped.Add(point);
            return new AttemptOutcome.Skip("not here");
        }

        var artifacts = world.Dice.Chance(0.1) ? SweepLayout.ArtifactsOfAttempt(point, ++executions, Id) : null;
        try
        {
            return (world.Dice.Chance(faults.Failure)
                ? await Fail(artifacts).ConfigureAwait(false)
                : await Succeed(point, artifacts).ConfigureAwait(false)) with
            { Artifacts = artifacts };
        }
        catch (SharedDirectoryException e)
        {
            return Failed(e.Message) with { Artifacts = artifacts };
        }
    }

    private async ValueTask<AttemptOutcome> Succeed(int point, string? artifacts)
    {
        var result = world.Judge.NewResult(point, Id);
        if (artifacts is not null)
        {
            await Leave(artifacts, result.Content).ConfigureAwait(false);
            result.HasArtifacts = true;
        }

        return new AttemptOutcome.Success(result.Content);
    }

    private async ValueTask<AttemptOutcome> Fail(string? artifacts)
    {
        if (artifacts is not null)
            await Leave(artifacts, "of a failed attempt"u8.ToArray()).ConfigureAwait(false);
        return Failed("the experiment failed");
    }

    private async ValueTask Leave(string artifacts, byte[] model)
    {
        await patient.CreateDirectory(artifacts).ConfigureAwait(false);
        await patient.WriteDurable($"{artifacts}/model", model).ConfigureAwait(false);
    }

    private AttemptOutcome.Failure Failed(string message)
    {
        Failures++;
        return new AttemptOutcome.Failure(new AttemptError("Error", message, Stack: null));
    }
}
