using MultiRunner.Cli.Running;
using MultiRunner.Reports.Formatting;
using MultiRunner.Reports.Live;

namespace MultiRunner.Cli.Live;

/// <summary>
/// A display for logs. It writes a line when a worker of this process changes its state, for each new failure and warning, and for how far
/// a sweep has come: often at first, later less often, and in the end.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="time">The time.</param>
/// <param name="interval">How long it is between two lines on a sweep; null for what suits a log.</param>
internal sealed class PlainDisplay(TextWriter output, TimeProvider time, TimeSpan? interval = null) : ILiveDisplay
{
    private const int MostFailures = 5;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Dictionary<int, (string State, int Restarts)> workers = [];
    private readonly Dictionary<string, Shown> sweeps = new(StringComparer.Ordinal);

    public Task During(Func<Action<LiveView>, Task> run) => run(Show);

    private void Show(LiveView view)
    {
        foreach (var worker in view.Local)
            Show(worker);
        foreach (var sweep in view.Sweeps)
            Show(sweep);
    }

    private void Show(LiveView.Worker worker)
    {
        var now = (worker.State, worker.Restarts);
        if (workers.TryGetValue(worker.Number, out var before) && before == now)
            return;
        workers[worker.Number] = now;
        var how = worker.Before == RunEnd.Stopped ? "stopped with points left" : "crashed";
        var again = worker.Restarts > before.Restarts ? $"{how}, started again ({Display.Number(worker.Restarts)}): " : "";
        Line($"worker {Display.Number(worker.Number)}: {again}{worker.State}");
    }

    private void Show(LiveSweep sweep)
    {
        if (!sweeps.TryGetValue(sweep.Status.Directory, out var shown))
            sweeps[sweep.Status.Directory] = shown = new Shown { First = time.GetTimestamp() };
        foreach (var failure in sweep.Failures.Where(f => !shown.Failures.Contains(f.Text)).Take(MostFailures).ToList())
        {
            shown.Failures.Add(failure.Text);
            Line(Display.Line($"{sweep.Status.Sweep}: failed attempt at {LiveText.Failure(failure)}"));
        }

        foreach (var warning in sweep.Status.Warnings.Where(w => !shown.Warnings.Contains(w)).Take(MostFailures).ToList())
        {
            shown.Warnings.Add(warning);
            Line(Display.Line($"{sweep.Status.Sweep}: {warning}"));
        }

        var isEnd = sweep.IsComplete && !shown.IsComplete;
        if (shown.Last is { } last && !isEnd && time.GetElapsedTime(last) < PauseAfter(last, shown.First))
            return;
        var text = LiveText.Progress(sweep);
        shown.Last = time.GetTimestamp();
        if (text == shown.Text)
            return;
        (shown.Text, shown.IsComplete) = (text, sweep.IsComplete);
        Line(text);
    }

    /// <summary>As long as the sweep had been watched when the last line was written, within limits.</summary>
    private TimeSpan PauseAfter(long last, long first)
    {
        if (interval is { } given)
            return given;
        var watched = time.GetElapsedTime(first, last);
        return watched < Shortest ? Shortest : watched > Longest ? Longest : watched;
    }

    private void Line(string text) => output.WriteLine($"{Display.Time(time.GetUtcNow())} {text}");

    /// <summary>What was written of a sweep.</summary>
    private sealed class Shown
    {
        public required long First { get; init; }

        public long? Last { get; set; }

        public string? Text { get; set; }

        public bool IsComplete { get; set; }

        public HashSet<string> Failures { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Warnings { get; } = new(StringComparer.Ordinal);
    }
}
