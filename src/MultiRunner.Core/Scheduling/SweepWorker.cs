using MultiRunner.Format;
using MultiRunner.Gpus;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Repair;
using MultiRunner.Storage;

namespace MultiRunner.Scheduling;

/// <summary>
/// One process's share in one sweep: puts the <see cref="Coordinator"/>, the <see cref="Scanner"/> and the slots together. The
/// caller asks for as many outcomes as there are points.
/// </summary>
internal sealed class SweepWorker
{
    private readonly ISharedDirectory directory;
    private readonly WorkerIdentity me;
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly IGpuLender? gpus;
    private readonly Coordinator coordinator;
    private readonly OtherBuilds otherBuilds;
    private readonly Attempts failedAttempts;
    private PointProtocol? protocol;
    private Task scanning = Task.CompletedTask;

    /// <param name="directory">The sweep directory, which retries what may pass.</param>
    /// <param name="direct">The same without retries, for the heartbeat.</param>
    /// <param name="me">This worker.</param>
    /// <param name="options">How it takes part.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Gives this worker an order and a rhythm of its own.</param>
    /// <param name="gpus">Lends GPUs; null: attempts need none.</param>
    /// <param name="build">The build that it runs; null: it is not known.</param>
    public SweepWorker(
        ISharedDirectory directory,
        ISharedDirectory direct,
        WorkerIdentity me,
        SweepOptions options,
        TimeProvider time,
        Random random,
        IGpuLender? gpus = null,
        AssemblyStamp? build = null)
    {
        this.directory = directory;
        this.me = me;
        this.options = options;
        this.time = time;
        this.random = random;
        this.gpus = gpus;
        coordinator = new Coordinator(me, build, options, needsGpus: gpus is not null, time, random);
        otherBuilds = new OtherBuilds(build, options, time);
        failedAttempts = new Attempts(directory, options);
        Heartbeat = new HeartbeatFile(direct, directory, me.Id, coordinator.NextBeat, time);
    }

    /// <summary>What this worker shows of itself, from before it joins on.</summary>
    public HeartbeatFile Heartbeat { get; }

    /// <summary>Whether every point has been reported.</summary>
    public bool IsDone => coordinator.IsDone;

    /// <summary>Whether, as far as is known, all points are finished or failed.</summary>
    public bool IsResolved => coordinator.IsResolved;

    /// <summary>How many points are finished or failed, as far as is known.</summary>
    public int Resolved => coordinator.Resolved;

    /// <summary>The points that run here now, by index.</summary>
    public IReadOnlyList<int> RunningPoints => coordinator.Running;

    /// <summary>For people: what attempts that do not count left behind because it could not be deleted.</summary>
    public IReadOnlyList<string> LeftBehind => coordinator.LeftBehind;

    /// <summary>The last heartbeats of the workers that ran another build while this one took part; after it has left.</summary>
    public IReadOnlyCollection<WorkerRecord> OtherBuilds => otherBuilds.Found;

    /// <summary>Takes the first look at the sweep; once, before the first outcome is asked for.</summary>
    /// <param name="points">The points that this worker has to report, each once, as the code lists them.</param>
    /// <param name="argumentsOf">The arguments of a point, as its state file holds them.</param>
    /// <param name="costs">What the points cost; null: the results that are there tell, where that matters.</param>
    /// <param name="cancellation">Ends the search for costs.</param>
    /// <exception cref="SharedDirectoryException">The directory cannot be listed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first look.</exception>
    public async ValueTask Join(
        IEnumerable<int> points,
        Func<int, ReadOnlyMemory<byte>> argumentsOf,
        IReadOnlyDictionary<int, double>? costs = null,
        CancellationToken cancellation = default)
    {
        int[] listed = [.. points];
        if (options.Order == Order.LongestFirst)
            costs ??= await new PastDurations(directory, time, random).Estimate(listed, argumentsOf, cancellation).ConfigureAwait(false);
        coordinator.Begin(listed, costs);
        var restorer = new PointRestorer(directory, me.Id, argumentsOf);
        protocol = new PointProtocol(directory, me, options, restorer, time);
        var liveness = new Liveness(directory, me, options, time);
        var reconciler = new Reconciler(directory, protocol, restorer, liveness, me, options, time);
        var scanner = new Scanner(directory, coordinator, new Fleet(directory, me, liveness), reconciler, otherBuilds, me, time);
        await scanner.ScanFirst().ConfigureAwait(false);
        scanning = scanner.Run();
    }

    /// <summary>Runs points, or waits for others to, until there is one to report.</summary>
    /// <param name="execute">Runs one attempt.</param>
    /// <param name="cancellation">Cancels the run: claims are released and no attempt is counted.</param>
    public ValueTask<PointOutcome> NextOutcome(
        Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute,
        CancellationToken cancellation) =>
        new Slot(coordinator, protocol!, failedAttempts, directory, me, options, time, execute, cancellation).NextOutcome(gpus);

    /// <summary>Shows that the worker holds nothing any more; once, after the last outcome.</summary>
    public async ValueTask Leave()
    {
        coordinator.Exit();
        await scanning.ConfigureAwait(false);
        await Heartbeat.Write().ConfigureAwait(false);
    }

    /// <summary>
    /// Gives all claims back without counting an attempt and takes no more, for a process that is about to be ended. What
    /// still runs here may finish before that, and its result counts then.
    /// </summary>
    public async ValueTask ReleaseAll()
    {
        coordinator.Stop(WorkerStates.ToldToEnd);
        foreach (var point in coordinator.Running)
        {
            try
            {
                await protocol!.Release(point).ConfigureAwait(false);
            }
            catch (SharedDirectoryException)
            {
                // The claim stays in this worker's name; others take it back when this process has ended.
            }
        }

        coordinator.Exit();
        await Heartbeat.Write().ConfigureAwait(false);
    }
}
