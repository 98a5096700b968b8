namespace MultiRunner.Benchmarks;

/// <summary>
/// A clock that goes from one timer to the next. Everything happens on the thread that calls <see cref="TryFireNext"/>, and in the same
/// order in each run. The next timer is found in a time that grows with the logarithm of their number. The fake clock of the tests looks
/// at every timer each time.
/// </summary>
internal sealed class SimulatedTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<SimulatedTimer, (long Due, long Number)> timers = new();
    private long now;
    private long last;

    /// <summary>How much time has passed since the clock was made.</summary>
    public TimeSpan Elapsed => new(now);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on to the next timer that is set, and fires it. It returns false when there is none.</summary>
    public bool TryFireNext()
    {
        while (timers.TryDequeue(out var timer, out var place))
        {
            // A timer that was set anew or disposed since has left its old place in the queue.
            if (timer.Number != place.Number)
                continue;
            now = place.Due;
            timer.Fire();
            return true;
        }

        return false;
    }

    /// <summary>Lets what is planned happen until something is so.</summary>
    /// <exception cref="InvalidOperationException">Nothing is planned any more.</exception>
    public void RunUntil(Func<bool> isSo)
    {
        while (!isSo())
        {
            if (!TryFireNext())
                throw new InvalidOperationException("Nothing more will happen in the simulation.");
        }
    }

    /// <summary>Sets a timer; returns the number by which its place in the queue is told from its earlier ones.</summary>
    internal long Set(SimulatedTimer timer, TimeSpan after)
    {
        timers.Enqueue(timer, (now + after.Ticks, ++last));
        return last;
    }
}
