using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>
/// One execution under way. It is waited for until it ends, or until it is of no use any more: then its token is cancelled,
/// and if it does not listen, it is left to itself after a grace.
/// </summary>
internal sealed class RunningAttempt(int point, SweepOptions options, TimeProvider time, CancellationToken run)
{
    // A run that is cancelled is often killed a few seconds later: what does not stop at once is not waited for.
    private static readonly TimeSpan GraceOfCancelledRun = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(run);
    private readonly TaskCompletionSource superseded = new();
    private readonly long began = time.GetTimestamp();
    private ITimer? tell;

    public int Point => point;

    /// <summary>How long it has been under way.</summary>
    public TimeSpan Age => time.GetElapsedTime(began);

    /// <summary>Another worker's result counts: this execution is of no use any more.</summary>
    public void Supersede()
    {
        // By way of a timer: cancelling runs the experiment's own callbacks, which may block, and whoever calls this must not.
        tell ??= time.CreateTimer(_ => Tell(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private void Tell()
    {
        superseded.TrySetResult();
        try
        {
            cancel.Cancel();
        }
        catch (Exception e) when (e is AggregateException or ObjectDisposedException)
        {
            // The experiment's own callbacks may throw, and the attempt may just have ended: either way it has been told.
        }
    }

    /// <summary>Runs the attempt. <see cref="AttemptOutcome.Cancelled"/> when it was cancelled, superseded or left to itself.</summary>
    public async ValueTask<AttemptOutcome> Run(Attempt attempt, Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute)
    {
        var execution = execute(attempt, cancel.Token).AsTask();
        if (!execution.IsCompleted)
        {
            var stopped = new TaskCompletionSource();
            await using var registration = run.Register(() => stopped.TrySetResult()).ConfigureAwait(false);
            var first = await Task.WhenAny(execution, superseded.Task, stopped.Task).ConfigureAwait(false);
            if (first != execution)
            {
                using var patience = new CancellationTokenSource();
                var grace = Task.Delay(first == superseded.Task ? options.Grace : GraceOfCancelledRun, time, patience.Token);
                if (await Task.WhenAny(execution, grace).ConfigureAwait(false) != execution)
                    return new AttemptOutcome.Cancelled();
                patience.Cancel();
            }
        }

        // A complete result is a good one, however late; anything else that ends after its cancellation is nobody's failure.
        var outcome = await execution.ConfigureAwait(false);
        var cancelled = cancel.IsCancellationRequested;

        // Only here: what was left to itself may still use its token.
        cancel.Dispose();
        return outcome is AttemptOutcome.Success || !cancelled ? outcome : new AttemptOutcome.Cancelled { Artifacts = outcome.Artifacts };
    }
}
