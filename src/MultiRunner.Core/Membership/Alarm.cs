namespace MultiRunner.Membership;

/// <summary>
/// A wait that anybody can cut short. It always ends by way of a timer, so that the code behind it goes on where timers fire:
/// in a process on a thread of the pool, never on the thread that rang; in a simulation on its one thread.
/// </summary>
internal sealed class Alarm : IDisposable
{
    private readonly TaskCompletionSource rung = new();
    private readonly ITimer timer;

    /// <param name="time">Whose timer it is.</param>
    /// <param name="after">When it rings by itself; null: never.</param>
    public Alarm(TimeProvider time, TimeSpan? after) =>
        timer = time.CreateTimer(
            static rung => ((TaskCompletionSource)rung!).TrySetResult(),
            rung,
            after ?? Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);

    /// <summary>Completes when it rings.</summary>
    public Task Rings => rung.Task;

    /// <summary>Waits for a while.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled. It ended at once.</exception>
    public static async ValueTask Wait(TimeProvider time, TimeSpan length, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var alarm = new Alarm(time, length);
        await using (cancellation.Register(alarm.Ring).ConfigureAwait(false))
            await alarm.Rings.ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Lets it ring now.</summary>
    public void Ring() => timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();
}
