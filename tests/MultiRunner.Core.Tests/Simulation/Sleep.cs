namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// A delay that ends on the spot when it is interrupted. A cancelled <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/>
/// goes on by way of the thread pool, and a run could not be repeated.
/// </summary>
internal sealed class Sleep : IDisposable
{
    private readonly TaskCompletionSource<bool> done = new();
    private readonly ITimer timer;

    public Sleep(TimeProvider clock, TimeSpan length) => timer = clock.CreateTimer(_ => done.TrySetResult(true), null, length, Timeout.InfiniteTimeSpan);

    /// <summary>Completes with true when the time is over, with false when it was interrupted.</summary>
    public Task<bool> Task => done.Task;

    public void Interrupt() => done.TrySetResult(false);

    public void Dispose() => timer.Dispose();
}
