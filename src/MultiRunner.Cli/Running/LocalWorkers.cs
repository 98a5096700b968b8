using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Reports.Model;
using MultiRunner.Reports.Reading;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>All workers of this machine, from their start to the end of the last one.</summary>
internal sealed class LocalWorkers : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);

    private readonly WorkerIdentity me = WorkerProcess.Identify();
    private readonly TimeProvider time;
    private readonly List<LocalWorker> workers = [];

    public LocalWorkers(RunOptions options, string folder, TimeProvider time)
    {
        this.time = time;
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
    public async Task Run(Action<RunView> show, CancellationToken stop)
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
            show(await View());
            if (workers.TrueForAll(worker => worker.Ended is not null))
                return;
            await Task.Delay(Pause, time, CancellationToken.None);
        }
    }

    /// <summary>Kills all workers at once.</summary>
    public void Kill() => workers.ForEach(worker => worker.Kill());

    /// <summary>How far the sweeps have come.</summary>
    public async ValueTask<IReadOnlyList<SweepStatus>> Sweeps()
    {
        var sweeps = new List<SweepStatus>();
        foreach (var sweep in Joined)
        {
            var reader = new SweepStatusReader(new FileSystemDirectory(sweep.Directory), sweep.Directory, me, time);
            sweeps.Add(await reader.ReadSelected(sweep.Selected));
        }

        return sweeps;
    }

    public void Dispose() => workers.ForEach(worker => worker.Dispose());

    private async ValueTask<RunView> View()
    {
        var sweeps = await Sweeps();
        var claims = sweeps.SelectMany(sweep => sweep.Workers).ToLookup(worker => worker.Id, worker => worker.Running);
        return new RunView([.. workers.Select(worker => ViewOf(worker, claims))], sweeps);
    }

    private RunView.Worker ViewOf(LocalWorker worker, ILookup<string, IReadOnlyList<int>> claims)
    {
        var joined = worker.Run.Joined;
        var state = worker switch
        {
            { Ended: RunEnd.Crashed } => "crashed",
            { Ended: not null, Succeeded: true } => "done",
            { Ended: not null } => IsStopped ? "stopped" : "failed",
            _ when IsStopped => "stopping",
            _ => joined.Count == 0 ? "starting" : "running",
        };
        return new RunView.Worker(
            worker.Number,
            state,
            [.. joined.Select(j => j.Sweep.Worker).Distinct().SelectMany(id => claims[id]).SelectMany(points => points)],
            worker.Joined.Sum(j => j.Record?.Finished ?? 0),
            worker.Joined.Sum(j => j.Record?.Errors ?? 0),
            worker.Restarts,
            worker.Before);
    }
}
