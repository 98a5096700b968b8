namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A clock by which a lease is over before a cache is up to date.</summary>
internal sealed class HastyClock(TimeProvider inner) : TimeProvider
{
    private const int Faster = 5;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override long GetTimestamp() => inner.GetTimestamp() * Faster;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);
}
