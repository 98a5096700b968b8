using System.Globalization;
using System.Text;
using MultiRunner.Format;
using MultiRunner.Grids;
using MultiRunner.Membership;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// One run: a shared directory, some workers and what befalls them, all of it decided by a seed and done on one thread.
/// When the last worker has left or died, one more joins in good weather; after it the sweep must be complete.
/// </summary>
internal sealed class World : IDisposable
{
    private const int MostSteps = 200_000;
    private const int MostWorkers = 12;
    private const int MostReruns = 8;
    private static readonly long Latest = TimeSpan.FromHours(12).Ticks;

    private readonly PriorityQueue<SimulatedEvent, long> events = new();
    private readonly List<SimulatedWorker> workers = [];
    private readonly List<SimulatedRerun> reruns = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly long seed;
    private int expected;
    private long diskIsFullUntil;
    private string? violation;

    public World(long seed, Profile profile, Func<Mutation>? mutation = null, int traceLength = 60)
    {
        this.seed = seed;
        Dice = new Dice((seed * 16) + (int)profile);
        Trace = new Trace(this, traceLength);
        Mutation = mutation?.Invoke();
        PointCount = Dice.Between(1, 4);
        Builds = Dice.Chance(0.4) ? [.. Enumerable.Range(0, Dice.Between(1, 2)).Select(_ => Dice.Between(1, PointCount)).Order(), PointCount] : [PointCount];
        Faults = Faults.Draw(profile, PointCount, Dice);
        Options = new SweepOptions
        {
            MaxAttempts = Dice.Between(1, 3),
            MaxErrors = Dice.Between(1, 5),
            Speculation = (Speculation)Dice.Between((int)Speculation.Auto, (int)Speculation.Never),
            FewestAnnounced = Dice.Pick(1, 1, 100),
            MostLostClaims = Dice.Pick(0, 0, 50),
            Order = (Order)Dice.Between((int)Order.Shuffled, (int)Order.LongestFirst),
        };
        Costs = Dice.Chance(0.5) ? Enumerable.Range(0, PointCount).ToDictionary(point => point, _ => (double)Dice.Below(3)) : null;
        Files = new SimulatedFileSystem(this);
        Judge = new Judge(this);
    }

    public long Now { get; private set; }

    public int Steps { get; private set; }

    public Dice Dice { get; }

    public Faults Faults { get; }

    public Trace Trace { get; }

    public Mutation? Mutation { get; }

    public int PointCount { get; }

    /// <summary>How many points each build of the code has; the last one has all.</summary>
    public IReadOnlyList<int> Builds { get; }

    public SweepOptions Options { get; }

    public SimulatedFileSystem Files { get; }

    public Judge Judge { get; }

    public IReadOnlyList<SimulatedWorker> Workers => workers;

    public IReadOnlyList<SimulatedRerun> Reruns => reruns;

    public IEnumerable<SimulatedProcess> Processes => [.. workers, .. reruns];

    /// <summary>The last worker is at work, and nothing goes wrong any more.</summary>
    public bool IsCalm { get; private set; }

    public bool DiskIsFull => Now < diskIsFullUntil;

    /// <summary>What the points cost, if the code says so; the same for all workers.</summary>
    public IReadOnlyDictionary<int, double>? Costs { get; }

    public static ReadOnlyMemory<byte> ArgumentsOf(int point) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"x\":{point}}}"));

    /// <summary>The manifest that a build of the code would make. Each build has all points of the one before it.</summary>
    public Manifest ManifestBy(string worker, int build) => new()
    {
        Sweep = "Sweep",
        Maker = worker,
        Created = default,
        Assembly = new AssemblyStamp("Simulation", "1.0.0.0", string.Create(CultureInfo.InvariantCulture, $"build {build}")),
        Parameters = [new ManifestParameter("x", "System.Int32")],
        Current = [.. Enumerable.Range(0, Builds[build])],
        Points = [.. Enumerable.Range(0, Builds[build]).Select(i => new CanonicalJson(Encoding.UTF8.GetString(ArgumentsOf(i).Span)))],
    };

    /// <summary>Runs to the end.</summary>
    /// <exception cref="ViolationException">Something happened that must not happen.</exception>
    public void Run()
    {
        for (var i = Dice.Between(1, 4); i > 0; i--)
            Join(Dice.Pick(0, 0, Dice.Seconds(0, 1), Dice.Seconds(0, 60)), Faults);
        if (Faults.Damage > 0)
            Schedule(new SimulatedAction(null, Judge.Damage), Dice.Seconds(0, 120));
        for (var i = Faults.Reruns; i > 0; i--)
            Rerun(Dice.Pick(Dice.Seconds(0, 5), Dice.Seconds(0, 40), Dice.Seconds(0, 200)));
        RunWhileAnyoneIsActive();
        Judge.ExpectEndOfWorkers();

        // Everything that is durable is there; whoever comes now sees it as it is and completes the sweep.
        IsCalm = true;
        diskIsFullUntil = 0;
        var calm = Faults.Draw(Profile.Calm, PointCount, Dice);
        Join(0, calm);
        RunWhileAnyoneIsActive();
        Judge.ExpectCompleteSweep();
        Check();
    }

    public void Schedule(SimulatedEvent what, long after)
    {
        // In random order what happens at the same moment.
        var owner = what.Owner;
        var due = owner is null ? Now + after : Math.Max(Now + after, owner.SuspendedUntil);
        events.Enqueue(what, (due << 16) | (long)(Dice.Next() >> 48));
    }

    public void Violate(string what) => violation ??= what;

    public void ExpectOneThread()
    {
        if (Environment.CurrentManagedThreadId != thread)
            Violate("code of a worker ran on another thread, so the run cannot be repeated");
    }

    /// <summary>A worker is gone; another may be started in its place.</summary>
    public void Replace()
    {
        if (workers.Count < MostWorkers && Dice.Chance(0.8))
            Join(Dice.Pick(0, Dice.Seconds(0, 5), Dice.Seconds(0, 100)), Faults);
    }

    /// <summary>Somebody reruns points then.</summary>
    public void Rerun(long after)
    {
        if (reruns.Count == MostReruns)
            return;
        var rerun = new SimulatedRerun(this, string.Create(CultureInfo.InvariantCulture, $"r{reruns.Count}"), Faults);
        reruns.Add(rerun);
        expected++;
        Schedule(new SimulatedAction(rerun, rerun.Start), after);
    }

    public void FillDisk() => diskIsFullUntil = Now + Dice.Seconds(0, 60);

    public void Dispose() => workers.ForEach(w => w.Dispose());

    private void Join(long after, Faults faults)
    {
        var build = faults == Faults ? Dice.Below(Builds.Count) : Builds.Count - 1;
        var points = Enumerable.Range(0, Builds[build]).ToList();
        if (faults == Faults && points.Count > 1 && Dice.Chance(0.1))
            points.RemoveAt(Dice.Below(points.Count));
        var id = string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + Dice.Below(26))}{workers.Count}");
        var worker = new SimulatedWorker(this, id, build, points, slots: Dice.Pick(1, 1, 2, 3, 4), faults);
        workers.Add(worker);
        expected++;
        Schedule(new SimulatedAction(worker, worker.Start), after);
        if (Dice.Chance(faults.Termination))
            Schedule(new SimulatedAction(worker, worker.Terminate), after + Dice.Seconds(0, 100));
        if (Dice.Chance(faults.Cancellation))
            Schedule(new SimulatedAction(worker, worker.Cancel), after + Dice.Seconds(0, 100));
    }

    private void RunWhileAnyoneIsActive()
    {
        while (expected > 0)
        {
            if (!events.TryDequeue(out var next, out var key))
            {
                Violate("nothing is left to happen, but a worker waits");
                Check();
            }

            Now = Math.Max(Now, key >> 16);
            if (next!.Owner is { } owner)
            {
                if (!owner.IsActive)
                    continue;
                if (owner.SuspendedUntil > Now)
                {
                    Schedule(next, 0);
                    continue;
                }
            }

            next.Happen();
            Judge.Look();
            if (next.Owner is { IsActive: false })
                expected--;
            if (++Steps > MostSteps || Now > Latest)
                Violate($"no end after {Steps} steps and {TimeSpan.FromTicks(Now)}");
            Check();
        }
    }

    private void Check()
    {
        if (violation is not null)
            throw new ViolationException(seed, violation, Trace.ToString());
    }
}
