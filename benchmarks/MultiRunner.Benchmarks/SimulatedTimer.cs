namespace MultiRunner.Benchmarks;

/// <summary>A timer of a <see cref="SimulatedTime"/>. It fires once each time it is set.</summary>
internal sealed class SimulatedTimer(SimulatedTime time, TimerCallback callback, object? state) : ITimer
{
    private bool isDisposed;

    /// <summary>The number of the place in the queue that counts; 0: it is not set.</summary>
    public long Number { get; private set; }

    /// <summary>Fires.</summary>
    public void Fire()
    {
        Number = 0;
        callback(state);
    }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
            throw new NotSupportedException("A simulated timer fires once.");
        if (isDisposed)
            return false;
        Number = dueTime == Timeout.InfiniteTimeSpan ? 0 : time.Set(this, dueTime);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => (isDisposed, Number) = (true, 0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
