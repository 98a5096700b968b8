namespace MultiRunner.Sweeps;

/// <summary>The looks at the states of all points that the slots of a worker share.</summary>
internal sealed class Lookout(ISharedDirectory directory, PointPool pool, Caretaker caretaker, WorkerIdentity me, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private long refreshes;
    private bool lastLookTaken;

    /// <summary>One listing and the repairs that it calls for. Slots that ask while one is under way share it.</summary>
    /// <param name="isStopped">Whether the worker runs no more points.</param>
    public async ValueTask Refresh(Func<bool> isStopped)
    {
        var seen = Interlocked.Read(ref refreshes);
        await refreshing.WaitAsync().ConfigureAwait(false);
        try
        {
            // A stopped worker looks once more and then reports what it knows, however many points that are.
            if (Interlocked.Read(ref refreshes) != seen || lastLookTaken)
                return;
            lastLookTaken = isStopped();
            var looked = time.GetTimestamp();
            var states = await LookAtAll().ConfigureAwait(false);
            if (!isStopped())
                await caretaker.Repair(states, looked, pool).ConfigureAwait(false);
            Interlocked.Increment(ref refreshes);
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <summary>Lists all states and takes note of them.</summary>
    public async ValueTask<IReadOnlyDictionary<int, StateFile>> LookAtAll()
    {
        var begun = pool.BeginListing();
        var names = await directory.List(SweepLayout.Ini).ConfigureAwait(false);
        var states = new Dictionary<int, StateFile>(names.Count);
        foreach (var name in names)
        {
            // A listing taken during a rename may show the old name and the new one: the later state counts.
            if (StateFile.TryParse(name, out var file) && (!states.TryGetValue(file.Point, out var other) || file.State > other.State))
                states[file.Point] = file;
        }

        pool.Apply(states, me.Id, begun);
        return states;
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();
}
