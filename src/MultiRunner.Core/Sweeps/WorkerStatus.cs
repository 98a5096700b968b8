using System.Text.Json;

namespace MultiRunner.Sweeps;

/// <summary>What a worker is doing, counted as it goes, and written to its heartbeat file on demand. Safe for any thread.</summary>
internal sealed class WorkerStatus(ISharedDirectory directory, WorkerIdentity worker, SweepOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly SortedSet<int> running = [];
    private readonly DateTimeOffset started = time.GetUtcNow();
    private long beat;
    private int finished;
    private int errors;
    private double busySeconds;
    private string state = WorkerStates.Running;
    private string? reason;

    /// <summary>Counts a failed attempt and returns how many there are now.</summary>
    public int CountError()
    {
        lock (gate)
            return ++errors;
    }

    public void Started(int point)
    {
        lock (gate)
            running.Add(point);
    }

    /// <summary>An attempt that was announced does not start after all.</summary>
    public void Withdrew(int point)
    {
        lock (gate)
            running.Remove(point);
    }

    /// <summary>An attempt is over.</summary>
    public void Ended(int point, TimeSpan took, bool finishedHere)
    {
        lock (gate)
        {
            running.Remove(point);
            busySeconds += took.TotalSeconds;
            finished += finishedHere ? 1 : 0;
        }
    }

    /// <summary>From now on <paramref name="newState"/>, one of <see cref="WorkerStates"/>.</summary>
    public void Enter(string newState, string? why = null)
    {
        lock (gate)
        {
            state = newState;
            if (state == WorkerStates.Exited)
                running.Clear();
            reason = why ?? reason;
        }
    }

    /// <summary>Writes the heartbeat file: beside it first, then renamed over it, so that no reader sees half of it.</summary>
    public async ValueTask Write()
    {
        WorkerRecord record;
        lock (gate)
        {
            record = new WorkerRecord
            {
                Worker = worker,
                Beat = ++beat,
                IntervalSeconds = options.HeartbeatInterval.TotalSeconds,
                State = state,
                Running = [.. running],
                Finished = finished,
                Errors = errors,
                BusySeconds = Math.Round(busySeconds, 3),
                Started = started,
                Updated = time.GetUtcNow(),
                Reason = reason,
            };
        }

        var path = SweepLayout.Worker(worker.Id);
        var temporary = SweepLayout.TemporaryFor(path, worker.Id);
        await directory.Write(temporary, JsonSerializer.SerializeToUtf8Bytes(record, SweepJson.Readable.WorkerRecord)).ConfigureAwait(false);
        await directory.TryRename(temporary, path).ConfigureAwait(false);
    }
}
