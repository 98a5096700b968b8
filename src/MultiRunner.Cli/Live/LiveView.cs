using MultiRunner.Cli.Running;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Live;

namespace MultiRunner.Cli.Live;

/// <summary>What a display shows.</summary>
/// <param name="Local">The workers that this process has started; none when it only watches.</param>
/// <param name="Sweeps">The sweeps. Those of a run count the points that were selected.</param>
internal sealed record LiveView(IReadOnlyList<LiveView.Worker> Local, IReadOnlyList<LiveSweep> Sweeps)
{
    /// <summary>What a display shows of one worker that this process has started.</summary>
    /// <param name="Number">The number of the worker, from 1.</param>
    /// <param name="State">What the worker does, in a word.</param>
    /// <param name="Ids">What it is called in the sweeps that it has joined since it was last started.</param>
    /// <param name="Restarts">How often it was started again.</param>
    /// <param name="Before">How it had ended before it was last started again; null when it was not.</param>
    internal sealed record Worker(int Number, string State, IReadOnlyList<string> Ids, int Restarts, RunEnd? Before = null);

    /// <summary>What the workers of this process are called in place of their ids.</summary>
    public IReadOnlyDictionary<string, string> Labels => Local
        .SelectMany(worker => worker.Ids.Distinct().Select(id => (id, worker.Number)))
        .ToDictionary(label => label.id, label => $"worker {Display.Number(label.Number)}", StringComparer.Ordinal);

    /// <summary>"4 workers here: 3 running, 1 starting; 2 restarts", or null when this process has started none.</summary>
    public string? Workers
    {
        get
        {
            if (Local.Count == 0)
                return null;
            var states = Local.CountBy(worker => worker.State).Select(state => $"{Display.Number(state.Value)} {state.Key}");
            var restarts = Local.Sum(worker => worker.Restarts);
            var again = restarts > 0 ? $"; {Display.Count(restarts, "restart")}" : "";
            return $"{Display.Count(Local.Count, "worker")} here: {string.Join(", ", states)}{again}";
        }
    }
}
