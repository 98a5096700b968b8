using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Format;

namespace MultiRunner.Benchmarks;

/// <summary>
/// Workers of one sweep in simulated time, all on one thread: some that are played by the real code and counted, and others that only
/// leave the same traces in the directory.
/// </summary>
internal sealed class SimulatedFleet
{
    private const int IdleMinutes = 2;
    private const string Announcement = "write " + SweepLayout.Ini;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FleetPlan plan;
    private readonly MemoryDirectory memory = new();
    private readonly CountingDirectory counted;
    private readonly SimulatedTime time = new();
    private readonly FleetLog log;
    private readonly Crowd others;
    private readonly List<PlayedWorker> played;
    private Exception? failure;
    private double listedBefore;
    private double busiestMinute;

    /// <summary>Makes the sweep and lets the workers join it.</summary>
    public SimulatedFleet(FleetPlan plan)
    {
        this.plan = plan;
        counted = new CountingDirectory(memory);
        log = new FleetLog(time, plan.Points);

        // The seeds of the played workers are their numbers. With one of those the others would have the order of that worker.
        var random = new Random(1_000_003);
        for (var point = 0; point < plan.Points; point++)
            _ = Watch(memory.Write(new StateFile(point, PointState.ToRun).Path, "{}"u8.ToArray()).AsTask());
        others = new Crowd(plan, memory, time, log, random);
        played = [.. Enumerable.Range(0, plan.Played).Select(number => new PlayedWorker(number, plan, counted, time, log, random))];
        foreach (var task in others.Show().Concat(played.Select(worker => worker.Beat())))
            _ = Watch(task);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var costs = plan.Order == Order.LongestFirst
            ? Enumerable.Range(0, plan.Points + 1).ToDictionary(point => point, point => -(double)point)
            : null;
        List<Task> joins = [.. played.Select(worker => worker.Join(costs))];
        joins.ForEach(task => _ = Watch(task));
        RunUntil(() => joins.TrueForAll(task => task.IsCompleted));
        BytesAPoint = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)plan.Points / Played;
    }

    /// <summary>How many workers are played by the real code.</summary>
    public int Played => plan.Played;

    /// <summary>What a played worker holds in memory for each point of the sweep, when it has joined.</summary>
    public double BytesAPoint { get; }

    /// <summary>Runs until every point has a result; returns what happened.</summary>
    public FleetRun RunAllPoints()
    {
        counted.Reset();
        var began = time.Elapsed;
        var all = played.SelectMany(worker => (Task[])[worker.Work(), worker.Live()]).Concat(others.Work()).Append(WatchListings());
        foreach (var task in all)
            _ = Watch(task);
        RunUntil(() => log.Finished == plan.Points);
        NoteListings();
        var results = Now(memory.List(SweepLayout.Results)).Count(name => SweepLayout.PointOfResult(name) is not null);
        if (results != plan.Points)
            throw new InvalidOperationException($"{plan.Points} points have {results} results.");
        var took = time.Elapsed - began;
        return new FleetRun
        {
            OfAPoint = Operations.Of(counted, played.Sum(worker => worker.Finished)),
            Took = took,
            Tail = time.Elapsed - log.NothingWaits!.Value,
            ListingsASecond = Listings / took.TotalSeconds,
            MostListingsASecond = busiestMinute,
            Deaths = log.Deaths,
            Lost = log.Lost / (log.Lost + log.Busy),
        };
    }

    /// <summary>Lets the workers wait for a point that does not end; returns the operations of a worker and minute.</summary>
    public Operations Idle()
    {
        // What others finished is read once by each worker, to be reported. That is no part of waiting.
        RunUntil(() => played.TrueForAll(worker => worker.Reported == plan.Points));
        Pass(Minute);
        counted.Reset();
        Pass(IdleMinutes * Minute);
        return Operations.Of(counted, Played * (double)IdleMinutes);
    }

    private double Scale => plan.Workers / (double)Played;

    // Each announcement of a duplicate makes a listing. How many those are depends on how many points are late, and not on how many
    // workers look for them, so those of the played workers are all that the fleet makes.
    private double Listings => ((Counted("list ") - Counted(Announcement)) * Scale) + Counted(Announcement);

    private int Counted(string kind) =>
        counted.Counts.Where(count => count.Key.StartsWith(kind, StringComparison.Ordinal)).Sum(count => count.Value);

    private async Task WatchListings()
    {
        while (log.Finished < plan.Points)
        {
            await Task.Delay(Minute, time).ConfigureAwait(false);
            NoteListings();
        }
    }

    private void NoteListings()
    {
        busiestMinute = Math.Max(busiestMinute, (Listings - listedBefore) / Minute.TotalSeconds);
        listedBefore = Listings;
    }

    private void Pass(TimeSpan span)
    {
        var end = time.Elapsed + span;
        RunUntil(() => time.Elapsed >= end);
    }

    private void RunUntil(Func<bool> isSo)
    {
        time.RunUntil(() => failure is not null || played.TrueForAll(worker => worker.IsDead) || isSo());
        if (failure is not null)
            throw new InvalidOperationException("A simulated worker failed.", failure);
        if (played.TrueForAll(worker => worker.IsDead))
            throw new InvalidOperationException("All workers died that are played by the real code.");
    }

    private async Task Watch(Task task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
        }
    }

    /// <summary>A directory in memory has done everything when it returns.</summary>
    private static T Now<T>(ValueTask<T> done) =>
        done.IsCompletedSuccessfully ? done.Result : throw new InvalidOperationException("An operation in memory was not done at once.");
}
