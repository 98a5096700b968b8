namespace MultiRunner.Execution;

/// <summary>
/// Lets the invocation with the report of the sweep send its messages after all others. Two slots may get the last two outcomes, and
/// the one with the report may be the faster one.
/// </summary>
internal sealed class SendOrder
{
    private readonly TaskCompletionSource alone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private int claimed;

    /// <summary>An invocation has begun.</summary>
    public void Begin() => Interlocked.Increment(ref underWay);

    /// <summary>Whether this invocation is the one that sends the report: the first that asks is.</summary>
    public bool TryBeLast() => Interlocked.Exchange(ref claimed, 1) == 0;

    /// <summary>
    /// Waits, in the invocation that is the last, until all others that had begun have sent theirs. It has claimed its place before it
    /// looks: one that ends before the look is not counted any more, and one that ends after it sees the claim and rings.
    /// </summary>
    public Task Others() => Volatile.Read(ref underWay) > 1 ? alone.Task : Task.CompletedTask;

    /// <summary>An invocation has sent everything.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref underWay) == 1 && Volatile.Read(ref claimed) == 1)
            alone.TrySetResult();
    }
}
