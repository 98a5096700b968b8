namespace MultiRunner.Cli.Tests;

/// <summary>Time in which whoever waits has waited at once, and nothing else takes any.</summary>
/// <param name="start">When it begins.</param>
/// <param name="whileWaiting">What somebody else does whenever somebody waits.</param>
internal sealed class HastyTime(DateTimeOffset start, Action? whileWaiting = null) : TimeProvider
{
    private long elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Elapsed => new(Interlocked.Read(ref elapsed));

    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    public override long GetTimestamp() => Interlocked.Read(ref elapsed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero)
        {
            Interlocked.Add(ref elapsed, dueTime.Ticks);
            whileWaiting?.Invoke();
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Rung();
    }

    private sealed class Rung : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
