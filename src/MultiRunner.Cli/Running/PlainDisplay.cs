using MultiRunner.Reports.Formatting;

namespace MultiRunner.Cli.Running;

/// <summary>A display for logs. It writes a line when a worker changes its state, and one for the progress every 30 s.</summary>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time) : IRunDisplay
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, (string State, int Restarts)> shown = [];
    private long? last;

    public Task During(Func<Action<RunView>, Task> run) => run(Show);

    private void Show(RunView view)
    {
        foreach (var worker in view.Workers)
        {
            var now = (worker.State, worker.Restarts);
            if (shown.TryGetValue(worker.Number, out var before) && before == now)
                continue;
            shown[worker.Number] = now;
            var how = worker.Before == RunEnd.Stopped ? "stopped with points left" : "crashed";
            var again = worker.Restarts > before.Restarts ? $"{how}, started again ({Display.Number(worker.Restarts)}): " : "";
            Line($"worker {Display.Number(worker.Number)}: {again}{worker.State}");
        }

        if (view.Sweeps.Count > 0 && (last is null || time.GetElapsedTime(last.Value) >= Interval))
        {
            last = time.GetTimestamp();
            Line(view.Progress);
        }
    }

    private void Line(string text) => output.WriteLine($"{Display.Time(time.GetUtcNow())} {text}");
}
