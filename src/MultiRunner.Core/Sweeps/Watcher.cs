namespace MultiRunner.Sweeps;

/// <summary>
/// Looks now and then, while attempts run here, whether other workers have finished their points; one listing serves all
/// attempts. What it sees of the other points comes in useful when this worker runs out of work.
/// </summary>
internal sealed class Watcher(Func<ValueTask<IReadOnlyDictionary<int, StateFile>>> look, WorkerIdentity me, Durations durations, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    // At most a twentieth of the time is spent on listings, however slow they are.
    private const int ShareOfListing = 20;

    private readonly Lock gate = new();
    private readonly List<RunningAttempt> attempts = [];
    private bool watching;

    /// <summary>The points that run here.</summary>
    public IReadOnlyList<int> Points
    {
        get
        {
            lock (gate)
                return [.. attempts.Select(a => a.Point)];
        }
    }

    /// <summary>Watches an attempt until it is removed.</summary>
    public void Add(RunningAttempt attempt)
    {
        lock (gate)
        {
            attempts.Add(attempt);
            if (watching)
                return;
            watching = true;
        }

        _ = Watch();
    }

    public void Remove(RunningAttempt attempt)
    {
        lock (gate)
            attempts.Remove(attempt);
    }

    private async Task Watch()
    {
        var cost = TimeSpan.Zero;
        while (true)
        {
            // Often enough to know, to a sixteenth of a point, since when another worker has been running one.
            var pause = durations.Median / 16 ?? Longest;
            pause = pause > Longest ? Longest : pause < Shortest ? Shortest : pause;
            await Task.Delay(cost * ShareOfListing > pause ? cost * ShareOfListing : pause, time).ConfigureAwait(false);
            lock (gate)
            {
                if (attempts.Count == 0)
                {
                    watching = false;
                    return;
                }

                // What has only just begun is likely to be over before a listing is.
                if (!attempts.Exists(a => a.Age >= Shortest))
                {
                    cost = TimeSpan.Zero;
                    continue;
                }
            }

            var started = time.GetTimestamp();
            try
            {
                Supersede(await look().ConfigureAwait(false));
            }
            catch (SharedDirectoryException)
            {
                // The attempts meet the same trouble when they store their results, and deal with it.
            }

            cost = time.GetElapsedTime(started);
        }
    }

    private void Supersede(IReadOnlyDictionary<int, StateFile> states)
    {
        RunningAttempt[] running;
        lock (gate)
            running = [.. attempts];
        foreach (var attempt in running)
        {
            if (states.TryGetValue(attempt.Point, out var file)
                && (file.State == PointState.Finished || (file.State == PointState.Committed && file.Owner != me.Id)))
            {
                attempt.Supersede();
            }
        }
    }
}
