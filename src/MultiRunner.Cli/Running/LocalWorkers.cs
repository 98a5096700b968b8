using MultiRunner.Cli.Live;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Live;

namespace MultiRunner.Cli.Running;

/// <summary>All workers of this machine, from their start to the end of the last one.</summary>
internal sealed class LocalWorkers : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan PauseOfLooks = TimeSpan.FromSeconds(1);

    private readonly WorkerIdentity me = WorkerProcess.Identify();
    private readonly TimeProvider time;
    private readonly List<LocalWorker> workers = [];
    private readonly SweepLooks looks;
    private IReadOnlyList<LiveSweep> sweeps = [];
    private long? looked;

    public LocalWorkers(RunOptions options, string folder, TimeProvider time)
    {
        this.time = time;
        looks = new SweepLooks(me, time, PauseOfLooks);
        try
        {
            for (var number = 1; number <= options.Workers; number++)
                workers.Add(new LocalWorker(number, options, folder, me, time));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The workers, in the order of their numbers.</summary>
    public IReadOnlyList<LocalWorker> All => workers;

    /// <summary>Whether the workers were told to end.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The sweeps that any worker joined, each once, with the points that any worker was asked for.</summary>
    public IReadOnlyList<JoinedSweep> Joined =>
    [
        .. workers.SelectMany(worker => worker.Joined).Select(joined => joined.Sweep)
            .GroupBy(sweep => sweep.Directory)
            .Select(same => same.First() with { Selected = [.. same.SelectMany(s => s.Selected).Distinct()] })
            .OrderBy(sweep => sweep.Directory, StringComparer.Ordinal),
    ];

    /// <summary>Waits until the last worker has ended.</summary>
    /// <param name="show">Is called several times a second with what there is to show.</param>
    /// <param name="stop">
    /// Tells the workers to end. They give their claims back, and a few seconds later those that still run are killed.
    /// </param>
    public async Task Run(Action<LiveView> show, CancellationToken stop)
    {
        while (true)
        {
            if (stop.IsCancellationRequested && !IsStopped)
            {
                IsStopped = true;
                workers.ForEach(worker => worker.Stop());
            }

            foreach (var worker in workers)
                await worker.Look();
            var isOver = workers.TrueForAll(worker => worker.Ended is not null);
            await TryShow(show, isOver);
            if (isOver)
                return;
            await Task.Delay(Pause, time, CancellationToken.None);
        }
    }

    /// <summary>Shows how far the workers have come. Nothing that goes wrong with that may end them.</summary>
    private async ValueTask TryShow(Action<LiveView> show, bool isOver)
    {
        try
        {
            if (isOver || looked is not { } last || time.GetElapsedTime(last) >= looks.Pause)
            {
                looked = time.GetTimestamp();
                sweeps = await looks.Look(Joined.Select(sweep => (sweep.Directory, (IReadOnlyCollection<int>?)sweep.Selected)));
            }

            show(new LiveView([.. workers.Select(ViewOf)], sweeps));
        }
        catch (Exception)
        {
            // The disk of the log is full, nobody reads it any more, or a look met a fault. The workers are what counts.
        }
    }

    /// <summary>Kills all workers at once.</summary>
    public void Kill() => workers.ForEach(worker => worker.Kill());

    public void Dispose() => workers.ForEach(worker => worker.Dispose());

    private LiveView.Worker ViewOf(LocalWorker worker)
    {
        var joined = worker.Run.Joined;
        var state = worker switch
        {
            { Ended: RunEnd.Crashed } => "crashed",
            { Ended: not null, Succeeded: true } => "done",
            { Ended: not null } => worker.IsStopped ? "stopped" : "failed",
            _ when IsStopped => "stopping",
            _ => joined.Count == 0 ? "starting" : "running",
        };
        return new LiveView.Worker(worker.Number, state, [.. joined.Select(j => j.Sweep.Worker)], worker.Restarts, worker.Before);
    }
}
