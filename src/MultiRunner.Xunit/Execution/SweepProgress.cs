using MultiRunner.Format;
using MultiRunner.Reports.Formatting;
using MultiRunner.Results;
using MultiRunner.Storage;

namespace MultiRunner.Execution;

/// <summary>How far the points have come that this process has to report, whoever runs them.</summary>
/// <param name="sweep">The name of the sweep.</param>
/// <param name="directory">The sweep directory, without retries: a line that cannot be had now is had later.</param>
/// <param name="points">The points.</param>
/// <param name="resolved">How many of them were finished or failed in the beginning.</param>
/// <param name="objective">What makes a result the best, or null.</param>
/// <param name="time">The clock.</param>
internal sealed class SweepProgress(
    string sweep, ISharedDirectory directory, IReadOnlyCollection<int> points, int resolved, Objective? objective, TimeProvider time)
{
    private readonly long began = time.GetTimestamp();
    private readonly Lock gate = new();
    private double? best;

    /// <summary>An attempt has finished here with these metrics.</summary>
    public void Note(IReadOnlyDictionary<string, double> metrics)
    {
        if (objective is null || !metrics.TryGetValue(objective.Metric, out var value) || double.IsNaN(value))
            return;
        lock (gate)
            best = best is not { } other ? value : objective.Maximize ? Math.Max(value, other) : Math.Min(value, other);
    }

    /// <summary>Reads it, with one listing.</summary>
    /// <returns>A line for people, and how many workers run points.</returns>
    /// <exception cref="SharedDirectoryException">The directory cannot be listed.</exception>
    public async ValueTask<(string Line, int Workers)> Read()
    {
        var files = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        var counts = points.CountBy(point => files.TryGetValue(point, out var file) ? file.State : PointState.ToRun).ToDictionary();
        int In(PointState state) => counts.GetValueOrDefault(state);
        var (finished, failed) = (In(PointState.Finished) + In(PointState.Committed), In(PointState.Failed));
        var line = $"{sweep}: {Display.Number(finished)} of {Display.Count(points.Count, "point")} finished, "
            + $"{Display.Number(failed)} failed, {Display.Number(In(PointState.Running))} running{Left(finished + failed)}{Best()}";
        var running = files.Values.Where(file => file.State == PointState.Running);
        return (Display.Line(line), running.Select(file => file.Owner).Distinct().Count());
    }

    // As fast as since this process joined: that many points of all workers in that time.
    private string Left(int now)
    {
        if (now == points.Count)
            return "";
        var gained = now - resolved;
        return gained <= 0
            ? ", time left not known yet"
            : $", about {Display.Seconds(time.GetElapsedTime(began).TotalSeconds / gained * (points.Count - now))} left";
    }

    private string Best()
    {
        lock (gate)
            return best is { } value ? $"; best value here so far: {objective!.Metric} = {Display.Number(value)}" : "";
    }
}
