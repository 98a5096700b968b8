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
internal sealed class SimulatedWorker : SimulatedProcess, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly int build;
    private readonly List<int> points;
    private readonly int slots;
    private SweepWorker? sweep;
    private Sleep? untilNextBeat;
    // One that was left to itself goes on, but its worker waits for something else by then.
    private readonly List<CancellationToken> experiments = [];
    private bool stopsBeating;
    private bool isToBeCancelled;

    public SimulatedWorker(World world, string id, int build, List<int> points, int slots, Faults faults)
        : base(world, id, faults)
    {
        this.build = build;
        this.points = points;
        this.slots = slots;
    }

    public IReadOnlyList<int> Points => points;

    /// <summary>Its host, which has other workers as well.</summary>
    public string Host => string.Create(CultureInfo.InvariantCulture, $"host{Id[0] % 3}");

    /// <summary>The points that skipped themselves here.</summary>
    public HashSet<int> Skipped { get; } = [];

    public Dictionary<int, PointOutcome> Outcomes { get; } = [];

    /// <summary>Its failed experiments.</summary>
    public int Failures { get; private set; }

    public bool WasCancelled { get; private set; }

    /// <summary>It has shown itself to the others.</summary>
    public bool HasShownItself => sweep is not null;

    public bool WasToldToEnd { get; private set; }

    /// <summary>It was told to end, and has given everything back.</summary>
    public bool WasReleased { get; private set; }

    /// <summary>What the judge saw last in its heartbeat file.</summary>
    public (byte[] Content, long Beat, bool IsExited)? LastHeartbeat { get; set; }

    public async void Start()
    {
        try
        {
            await Live().ConfigureAwait(false);
        }
        catch (SharedDirectoryException e) when (Client.HasFailed)
        {
            World.Trace.Add(this, "gives up:", e.Message);
        }
        catch (OperationCanceledException) when (WasCancelled)
        {
            World.Trace.Add(this, "leaves before it has joined");
        }
        catch (Exception e)
        {
            World.Violate($"{Id} threw {e}");
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
    public override void Answering(Operation operation)
    {
        if (isToBeCancelled && !operation.Path.StartsWith(SweepLayout.Workers, StringComparison.Ordinal))
            CancelNow();
    }

    /// <summary>Its process is told to end by SIGTERM: it gives everything back while its slots and its heartbeat go on, and is gone.</summary>
    public async void Terminate()
    {
        World.Trace.Add(this, "is told to end");
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

    protected override void Died() => World.Replace();

    public void Dispose() => cancellation.Dispose();

    private async ValueTask Live()
    {
        TimeProvider clock = World.Mutation?.Clock?.Invoke(Clock) ?? Clock;
        var directory = World.Mutation?.Wrap?.Invoke(Patient, Id) ?? Patient;
        var direct = World.Mutation?.Wrap?.Invoke(Client, Id) ?? Client;
        var wanted = World.ManifestBy(Id, build);
        var identity = new WorkerIdentity(Id, Host, Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var initializer = new SweepInitializer(directory, identity, World.Options, clock);
        var inForce = await initializer.Initialize(wanted, cancellation.Token).ConfigureAwait(false);
        World.Judge.Expect(this, inForce);

        sweep = new SweepWorker(directory, direct, identity, World.Options, clock, new Random(World.Dice.Below(int.MaxValue)));
        await sweep.Heartbeat.Write().ConfigureAwait(false);
        var heart = Beat(sweep);
        try
        {
            var revision = new SweepRevision(directory, identity, World.Options, clock);
            World.Judge.Expect(this, await revision.Ensure(inForce, wanted, cancellation.Token).ConfigureAwait(false));
            await sweep.Join(points, World.ArgumentsOf, World.Costs, cancellation.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Leave(sweep, heart).ConfigureAwait(false);
            throw;
        }

        var unreported = points.Count;
        await Task.WhenAll(Enumerable.Range(0, slots).Select(_ => RunSlot()).ToList()).ConfigureAwait(false);

        if (!WasCancelled && !sweep.IsDone)
            World.Violate($"{Id} has reported {points.Count} points and is not done");
        await Leave(sweep, heart).ConfigureAwait(false);

        // As xunit does with a test case after another: a slot is free again when it has reported a point.
        async Task RunSlot()
        {
            while (!WasCancelled && unreported-- > 0)
            {
                var outcome = await sweep.NextOutcome(Execute, cancellation.Token).ConfigureAwait(false);
                World.Trace.Add(this, "reports", outcome.GetType().Name, outcome.Point.ToString(CultureInfo.InvariantCulture));
                World.Judge.Expect(this, outcome);
                if (outcome is PointOutcome.Cancelled)
                    return;
                if (!Outcomes.TryAdd(outcome.Point, outcome))
                    World.Violate($"{Id} reports point {outcome.Point} twice");
            }
        }
    }

    private async ValueTask Leave(SweepWorker sweep, Task heart)
    {
        stopsBeating = true;
        untilNextBeat?.Interrupt();
        await heart.ConfigureAwait(false);
        await sweep.Leave().ConfigureAwait(false);
        World.Trace.Add(this, "has left");
    }

    private void CancelNow()
    {
        if (WasCancelled)
            return;
        World.Trace.Add(this, "is cancelled");
        WasCancelled = true;
        cancellation.Cancel();
    }

    /// <summary>What <see cref="Heartbeat"/> does on a thread of its own.</summary>
    private async Task Beat(SweepWorker sweep)
    {
        var pause = World.Options.HeartbeatInterval;
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
                pause = World.Options.HeartbeatInterval;
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
        World.Trace.Add(this, "executes", point.ToString(CultureInfo.InvariantCulture));
        World.Judge.Started(this, point);
        using (var experiment = new Sleep(Clock, TimeSpan.FromTicks(World.Dice.Seconds(0, Faults.Experiment))))
        {
            // Not every experiment listens to its token; one that does not is left to itself and goes on.
            await using var listening = World.Dice.Chance(0.5) ? cancel.Register(experiment.Interrupt) : default;
            experiments.Add(cancel);
            var isOver = await experiment.Task.ConfigureAwait(false);
            experiments.Remove(cancel);
            if (!isOver)
                return new AttemptOutcome.Cancelled();
        }

        if (point == Faults.Poisoned)
        {
            World.Trace.Add(this, "is killed by the experiment");
            Die(losesPower: false);
            await new TaskCompletionSource().Task.ConfigureAwait(false);
        }

        if (World.Dice.Chance(Faults.Skip))
        {
            Skipped.Add(point);
            return new AttemptOutcome.Skip("not here");
        }

        if (World.Faults.Reruns > 0 && World.Dice.Chance(0.5) && await SaveCheckpoint(point).ConfigureAwait(false) is { } noCheckpoint)
            return noCheckpoint;
        var artifacts = World.Dice.Chance(0.1) ? SweepLayout.ArtifactsOfAttempt(point, Id, attempt.Number) : null;
        try
        {
            return (World.Dice.Chance(Faults.Failure)
                ? await Fail(artifacts).ConfigureAwait(false)
                : await Succeed(attempt, artifacts).ConfigureAwait(false)) with
            { Artifacts = artifacts };
        }
        catch (SharedDirectoryException e)
        {
            return Failed(e.Message) with { Artifacts = artifacts };
        }
    }

    private async ValueTask<AttemptOutcome> Succeed(Attempt attempt, string? artifacts)
    {
        var result = World.Judge.NewResult(attempt.Point, Id, attempt.Number);
        if (artifacts is not null)
        {
            await Leave(artifacts, result.Content).ConfigureAwait(false);
            result.HasArtifacts = true;
        }

        return new AttemptOutcome.Success(result.Content);
    }

    /// <summary>Leaves something for later attempts. An experiment that cannot do that fails.</summary>
    private async ValueTask<AttemptOutcome?> SaveCheckpoint(int point)
    {
        try
        {
            await Patient.CreateDirectory(SweepLayout.Checkpoints(point)).ConfigureAwait(false);
            await Patient.Write($"{SweepLayout.Checkpoints(point)}/{Id}", "state"u8.ToArray()).ConfigureAwait(false);
            return null;
        }
        catch (SharedDirectoryException e)
        {
            return Failed(e.Message);
        }
    }

    private async ValueTask<AttemptOutcome> Fail(string? artifacts)
    {
        if (artifacts is not null)
            await Leave(artifacts, "of a failed attempt"u8.ToArray()).ConfigureAwait(false);
        return Failed("the experiment failed");
    }

    private async ValueTask Leave(string artifacts, byte[] model)
    {
        await Patient.CreateDirectory(artifacts).ConfigureAwait(false);
        await Patient.WriteDurable($"{artifacts}/model", model).ConfigureAwait(false);
    }

    private AttemptOutcome.Failure Failed(string message)
    {
        Failures++;
        return new AttemptOutcome.Failure(new AttemptError("Error", message, Stack: null));
    }
}
