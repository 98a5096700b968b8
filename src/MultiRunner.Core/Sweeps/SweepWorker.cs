using System.Collections.Concurrent;

namespace MultiRunner.Sweeps;

/// <summary>
/// One process's share in one sweep. The caller asks for as many slots as there are points in the pool; each slot runs
/// points, or waits for others to, until there is one point to report.
/// </summary>
internal sealed class SweepWorker : IDisposable
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly WorkerIdentity me;
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly IGpuLender? gpus;
    private readonly PointProtocol protocol;
    private readonly Caretaker caretaker;
    private readonly Lookout lookout;
    private readonly PointPool pool;
    private readonly Durations durations = new();
    private readonly Watcher watcher;
    private readonly ConcurrentQueue<string> leftBehind = new();
    private readonly Speculator speculator;
    private volatile string? stopped;

    public SweepWorker(
        ISharedDirectory directory,
        WorkerIdentity me,
        WorkerStatus status,
        SweepOptions options,
        IEnumerable<int> points,
        Func<int, ReadOnlyMemory<byte>> argumentsOf,
        TimeProvider time,
        Random random,
        IGpuLender? gpus = null)
    {
        this.me = me;
        this.options = options;
        this.time = time;
        this.random = random;
        this.gpus = gpus;
        protocol = new PointProtocol(directory, me, options, argumentsOf, time);
        pool = new PointPool(points, random, time);
        var liveness = new Liveness(directory, me, options, time);
        caretaker = new Caretaker(directory, protocol, liveness, me, options, time);
        lookout = new Lookout(directory, pool, caretaker, me, time);
        watcher = new Watcher(lookout.LookAtAll, me, durations, time);
        speculator = new Speculator(directory, pool, liveness, me, status, options, durations);
        Status = status;
    }

    /// <summary>What this worker shows of itself.</summary>
    public WorkerStatus Status { get; }

    /// <summary>Whether every point of the pool has been reported.</summary>
    public bool IsDone => pool.IsDone;

    /// <summary>The points that run here now, by index.</summary>
    public IReadOnlyList<int> RunningPoints => watcher.Points;

    /// <summary>For people: what attempts that do not count left behind because it could not be deleted.</summary>
    public IReadOnlyCollection<string> LeftBehind => leftBehind;

    /// <summary>Whether, as far as is known, all points of the pool are finished or failed.</summary>
    public bool IsResolved => pool.IsResolved;

    /// <summary>Takes the first look at the sweep; once, before the first slot.</summary>
    public async ValueTask Join() => await lookout.LookAtAll().ConfigureAwait(false);

    /// <summary>Shows that the worker holds nothing any more; once, after the last slot.</summary>
    public async ValueTask Leave()
    {
        Status.Enter(WorkerStates.Exited);
        await Status.Write().ConfigureAwait(false);
    }

    /// <summary>Runs points until there is one to report.</summary>
    /// <param name="execute">
    /// Runs one attempt. What it throws is a failure of the attempt, except for <see cref="SharedDirectoryException"/>: that
    /// is not the point's fault, and stops this worker.
    /// </param>
    /// <param name="cancellation">Cancels the run: claims are released and no attempt is counted.</param>
    public async ValueTask<PointOutcome> RunSlot(Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute, CancellationToken cancellation)
    {
        var pause = FirstPause;
        var offered = false;
        using var lent = new SlotGpus(gpus);
        while (!cancellation.IsCancellationRequested)
        {
            TimeSpan? untilStraggler = null;
            var waitsForGpus = false;
            try
            {
                // The GPUs come before the claim: a worker that waits for one must not keep a point that another host
                // could run. Without a lender this asks the pool alone.
                var mayTake = stopped is null && (gpus is null || pool.HasOpen);
                waitsForGpus = mayTake && !lent.TryTake();
                if (mayTake && !waitsForGpus && pool.TryTake(out var point, out var claimed))
                {
                    if (!claimed && !await TryClaim(point).ConfigureAwait(false))
                    {
                        pool.Forget(point);
                        continue;
                    }

                    if (await Run(point, isDuplicate: false, lent.HandOver(), execute, cancellation).ConfigureAwait(false) is { } outcome)
                        return outcome;
                    (pause, offered) = (FirstPause, false);
                    continue;
                }

                if (pool.TryTakeUnwanted(all: stopped is not null, out var unwanted))
                {
                    // Taken without knowing it, when the reply was lost, or not given back, whatever the reason. As long as
                    // this worker beats nobody else would take it back.
                    await protocol.Release(unwanted).ConfigureAwait(false);
                    continue;
                }

                if (pool.TryTakeResolved(out var file))
                {
                    if (await Describe(file).ConfigureAwait(false) is { } outcome)
                        return outcome;
                }
                else if (offered)
                {
                    // Nothing that the last listing offered was to be had: it came from a cache, and so would another now.
                    offered = false;
                }
                else
                {
                    await lookout.Refresh(() => stopped is not null).ConfigureAwait(false);
                    offered = stopped is null && pool.HasOpen;
                    if (pool.HasResolved || offered)
                        continue;
                    waitsForGpus = stopped is null && gpus is not null && speculator.MayChoose && !lent.TryTake();
                    if (stopped is null && !waitsForGpus)
                    {
                        (var straggler, untilStraggler) = await speculator.Choose().ConfigureAwait(false);
                        if (straggler is { } duplicate)
                        {
                            if (await Run(duplicate, isDuplicate: true, lent.HandOver(), execute, cancellation).ConfigureAwait(false) is { } outcome)
                                return outcome;
                            continue;
                        }
                    }
                }
            }
            catch (SharedDirectoryException e)
            {
                Stop($"the sweep directory failed: {e.Message}");
            }
            catch (GpuException e)
            {
                Stop(e.Message);
            }

            if (pool.TryTakeSkipped(atOnce: stopped is not null, out var skipped, out var reason))
                return Reported(new PointOutcome.SkippedHere(skipped, reason));
            if (stopped is { } why && pool.TryTakeUnresolved(out var unresolved))
                return Reported(new PointOutcome.Unresolved(unresolved, why, pool.FailuresAt(unresolved) is [.., var last] ? last : null));

            // While it waits for anything else, other points of this host may have them.
            lent.Free();
            if (waitsForGpus && stopped is null)
                await WaitForGpus(lent, pause, cancellation).ConfigureAwait(false);
            else if (!await Wait(pause, untilStraggler, cancellation).ConfigureAwait(false))
                break;
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }

        return new PointOutcome.Cancelled();
    }

    /// <inheritdoc/>
    public void Dispose() => lookout.Dispose();

    /// <summary>Waits for GPUs, but at times looks again whether there is anything left to do with them.</summary>
    private async ValueTask WaitForGpus(SlotGpus lent, TimeSpan atMost, CancellationToken cancellation)
    {
        try
        {
            await lent.Wait(atMost, cancellation).ConfigureAwait(false);
        }
        catch (GpuException e)
        {
            Stop(e.Message);
        }
    }

    private async ValueTask<bool> TryClaim(int point)
    {
        try
        {
            return await protocol.TryClaim(point).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            pool.Forget(point);
            throw;
        }
    }

    /// <summary>Runs a point that this worker has claimed, or a duplicate; frees <paramref name="lease"/>. Null: it is not resolved, and this slot goes on.</summary>
    private async ValueTask<PointOutcome?> Run(int point, bool isDuplicate, IGpuLease? lease, Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute, CancellationToken cancellation)
    {
        var earlier = pool.FailuresAt(point);
        var started = time.GetUtcNow();
        var clock = time.GetTimestamp();
        Status.Started(point);
        var running = new RunningAttempt(point, options, time, cancellation);
        var took = TimeSpan.Zero;
        var finished = false;
        try
        {
            var outcome = await RunAttempt(running, new Attempt(point, earlier.Count + 1, earlier, lease), execute).ConfigureAwait(false);
            took = time.GetElapsedTime(clock);
            if (outcome is not AttemptOutcome.Success)
                await DropArtifacts(outcome).ConfigureAwait(false);
            switch (outcome)
            {
                case AttemptOutcome.Success success:
                    finished = await protocol.TryFinish(point, success.Result, success.Artifacts).ConfigureAwait(false);
                    durations.Add(took);
                    if (finished)
                        return Reported(new PointOutcome.FinishedHere(point, success));
                    await DropArtifacts(outcome).ConfigureAwait(false);
                    pool.Forget(point);
                    return null;

                // The owner of the claim decides what becomes of the point; a duplicate that fails harms nobody.
                case AttemptOutcome.Failure or AttemptOutcome.Skip when isDuplicate:
                    pool.GiveUpDuplicate(point);
                    return null;

                case AttemptOutcome.Failure failure:
                    return await RollBack(point, failure.Error, started, took, earlier.Count + 1).ConfigureAwait(false);

                case AttemptOutcome.Skip skip:
                    await protocol.Release(point).ConfigureAwait(false);
                    pool.SkippedHere(point, skip.Reason);
                    return null;

                default:
                    if (!isDuplicate)
                        await protocol.Release(point).ConfigureAwait(false);
                    pool.Forget(point);
                    return cancellation.IsCancellationRequested ? new PointOutcome.Cancelled() : null;
            }
        }
        catch (SharedDirectoryException e)
        {
            // Not the point's fault: no attempt is counted, and the claim goes back if that much still works.
            Stop($"the sweep directory failed: {e.Message}");
            pool.Forget(point);
            await TryRelease(point).ConfigureAwait(false);
            return null;
        }
        finally
        {
            Status.Ended(point, took, finished);
        }
    }

    private async ValueTask<AttemptOutcome> RunAttempt(RunningAttempt running, Attempt attempt, Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute)
    {
        watcher.Add(running);
        try
        {
            attempt.Gpus?.Note(attempt.Point);
            return await running.Run(attempt, ExecuteAndFree).ConfigureAwait(false);
        }
        finally
        {
            watcher.Remove(running);
        }

        // The lease ends when the execution has really ended: one that was left to itself still computes.
        async ValueTask<AttemptOutcome> ExecuteAndFree(Attempt one, CancellationToken token)
        {
            using var lease = one.Gpus;
            try
            {
                return await execute(one, token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not SharedDirectoryException)
            {
                return new AttemptOutcome.Failure(AttemptError.Of(e));
            }
        }
    }

    private async ValueTask DropArtifacts(AttemptOutcome outcome)
    {
        if (outcome.Artifacts is { } artifacts && await protocol.DropArtifacts(artifacts).ConfigureAwait(false) is { } why)
            leftBehind.Enqueue($"The files of an attempt that does not count are deleted, but '{artifacts}' could not be: {why} Nothing reads it. Delete it by hand when no worker runs.");
    }

    private async ValueTask<PointOutcome?> RollBack(int point, AttemptError error, DateTimeOffset started, TimeSpan took, int attempt)
    {
        var record = new AttemptRecord
        {
            Point = point,
            Worker = me.Id,
            Kind = "error",
            Error = error,
            Started = started,
            Seconds = Math.Round(took.TotalSeconds, 3),
        };
        pool.AddFailure(point, record);
        var errors = Status.CountError();
        if (errors >= options.MaxErrors)
            Stop($"it had {errors} errors (MaxErrors is {options.MaxErrors}); the last was {error.Type}: {error.Message}");
        if (await protocol.RollBack(point, record, attempt).ConfigureAwait(false))
            return Reported(new PointOutcome.FailedForGood(point, await protocol.AttemptsAt(point).ConfigureAwait(false)));
        pool.Requeue(point);
        return null;
    }

    /// <summary>
    /// Gives all claims back without counting an attempt and takes no more, for a process that is about to be ended. What
    /// still runs here may finish before that, and its result counts then.
    /// </summary>
    public async ValueTask ReleaseAll()
    {
        Stop(WorkerStates.ToldToEnd);
        foreach (var point in watcher.Points)
            await TryRelease(point).ConfigureAwait(false);
        await Leave().ConfigureAwait(false);
    }

    private async ValueTask TryRelease(int point)
    {
        try
        {
            await protocol.Release(point).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // The claim stays in this worker's name; others take it back when this process has ended.
        }
    }

    /// <summary>Reads what became of a point that a listing showed as finished or failed. Null: it is to be run again.</summary>
    private async ValueTask<PointOutcome?> Describe(StateFile file)
    {
        PointOutcome? outcome = null;
        try
        {
            if (file.State == PointState.Failed)
                outcome = new PointOutcome.FailedForGood(file.Point, await protocol.AttemptsAt(file.Point).ConfigureAwait(false));
            else if (await caretaker.ReadResult(file).ConfigureAwait(false) is { } result)
                outcome = new PointOutcome.FinishedElsewhere(file.Point, result);
        }
        finally
        {
            if (outcome is null)
                pool.Forget(file.Point);
        }

        return outcome is null ? null : Reported(outcome);
    }

    private async ValueTask<bool> Wait(TimeSpan pause, TimeSpan? atMost, CancellationToken cancellation)
    {
        try
        {
            // Up to a quarter more or less, so that workers do not list in step.
            lock (random)
                pause *= 0.75 + (random.NextDouble() / 2);

            // Not shorter than a timer can be: with points of no length it would not wait at all.
            if (atMost < pause)
                pause = atMost > ShortestPause ? atMost.Value : ShortestPause;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Stop(string why)
    {
        stopped ??= why;
        Status.Enter(WorkerStates.Stopped, why);
    }

    private PointOutcome Reported(PointOutcome outcome)
    {
        pool.Report(outcome.Point);
        return outcome;
    }
}
