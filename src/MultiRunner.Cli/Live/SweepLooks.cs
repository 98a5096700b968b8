using MultiRunner.Format;
using MultiRunner.Reports.Live;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Live;

/// <summary>Looks at sweeps again and again, but not so often that it would be a burden.</summary>
/// <param name="me">This process.</param>
/// <param name="time">The time.</param>
/// <param name="interval">How long it is from one look to the next, at least.</param>
internal sealed class SweepLooks(WorkerIdentity me, TimeProvider time, TimeSpan interval)
{
    // Looks take a tenth of the time at most, however long one of them takes.
    private const int PauseForCost = 9;

    private readonly Dictionary<string, LiveSweepReader> readers = new(StringComparer.Ordinal);
    private TimeSpan cost;

    /// <summary>How long to wait before the next look.</summary>
    public TimeSpan Pause => cost > interval ? cost : interval;

    /// <summary>Looks at sweeps.</summary>
    /// <param name="sweeps">The directory of each, and the points of it that are wanted; null for all that count.</param>
    public async ValueTask<IReadOnlyList<LiveSweep>> Look(IEnumerable<(string Directory, IReadOnlyCollection<int>? Points)> sweeps)
    {
        var began = time.GetTimestamp();
        var looks = new List<LiveSweep>();
        foreach (var (directory, points) in sweeps)
        {
            // What cannot be read just now is a warning. A look that waited for it would stop the view.
            if (!readers.TryGetValue(directory, out var reader))
                readers[directory] = reader = new LiveSweepReader(new FileSystemDirectory(directory), directory, me, time);
            looks.Add(await reader.Look(points));
        }

        cost = time.GetElapsedTime(began) * PauseForCost;
        return looks;
    }
}
