using MultiRunner.Format;
using MultiRunner.Gpus;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;

namespace MultiRunner.Scheduling;

/// <summary>
/// The way of a point: claim, run, store how it ended. A slot asks the <see cref="Coordinator"/> what to do, does it, and says
/// what came of it, until there is a point to report. A worker has as many slots as it runs points at once.
/// </summary>
/// <param name="coordinator">Decides what it does.</param>
/// <param name="protocol">The way of a point on disk.</param>
/// <param name="failedAttempts">The records of failed attempts.</param>
/// <param name="directory">The sweep directory.</param>
/// <param name="me">The worker.</param>
/// <param name="options">How it takes part.</param>
/// <param name="time">The clock.</param>
/// <param name="execute">
/// Runs one attempt. What it throws is a failure of the attempt, except for <see cref="SharedDirectoryException"/>: that is not
/// the point's fault, and stops this worker.
/// </param>
/// <param name="run">Cancels the run: claims are released and no attempt is counted.</param>
internal sealed class Slot(
    Coordinator coordinator,
    PointProtocol protocol,
    Attempts failedAttempts,
    ISharedDirectory directory,
    WorkerIdentity me,
    SweepOptions options,
    TimeProvider time,
    Func<Attempt, CancellationToken, ValueTask<AttemptOutcome>> execute,
    CancellationToken run)
{
    private static readonly TimeSpan LongestWaitForGpus = TimeSpan.FromSeconds(5);

    private readonly Announcements announcements = new(directory, me.Id);

    /// <summary>When it first and last found the state file of a point in use, since its last claim.</summary>
    private readonly Dictionary<int, (long First, long Last)> inUse = [];

    /// <summary>Runs points, or waits for others to, until there is one to report.</summary>
    /// <param name="gpus">Lends GPUs; null: attempts need none.</param>
    public async ValueTask<PointOutcome> NextOutcome(IGpuLender? gpus)
    {
        using var lent = new SlotGpus(gpus);
        while (true)
        {
            if (coordinator.TryNext(lent.AreThere, run, out var seen) is not { } assignment)
            {
                // While it waits for anything else, other points of this host may have them.
                lent.Free();
                await coordinator.WaitForNews(seen, run).ConfigureAwait(false);
                continue;
            }

            if (await Do(assignment, lent).ConfigureAwait(false) is { } outcome)
                return outcome;
        }
    }

    private async ValueTask<PointOutcome?> Do(Assignment assignment, SlotGpus lent)
    {
        switch (assignment)
        {
            case Assignment.Report report:
                return report.Outcome;

            case Assignment.GetGpus:
                await GetGpus(lent).ConfigureAwait(false);
                return null;

            case Assignment.Look:
                await Look().ConfigureAwait(false);
                return null;

            case Assignment.Claim(var point):
                return await TryClaim(point).ConfigureAwait(false)
                    ? await Run(point, isDuplicate: false, lent).ConfigureAwait(false) : null;

            case Assignment.Run(var point):
                return await Run(point, isDuplicate: false, lent).ConfigureAwait(false);

            case Assignment.Duplicate(var point, var owner):
                return await TryAnnounce(point, owner).ConfigureAwait(false)
                    ? await Run(point, isDuplicate: true, lent).ConfigureAwait(false) : null;

            case Assignment.Release(var point):
                await TryRelease(point).ConfigureAwait(false);
                return null;

            case Assignment.Describe(var file):
                return await Describe(file).ConfigureAwait(false);

            default:
                throw new InvalidOperationException($"Unknown assignment {assignment}.");
        }
    }

    private async ValueTask<bool> TryClaim(int point)
    {
        var isClaimed = false;
        try
        {
            isClaimed = await protocol.TryClaim(point).ConfigureAwait(false);
            inUse.Remove(point);
        }
        catch (SharedDirectoryException e) when (e.IsInUse && HasPatienceWith(point))
        {
            // A reader has the state file open on Windows. There may be other points to run meanwhile.
        }
        catch (SharedDirectoryException e)
        {
            coordinator.Stop(Messages.DirectoryFailed(e));
        }

        if (isClaimed)
        {
            inUse.Clear();
            coordinator.Tell(point, PointEvent.Claimed);
        }
        else
        {
            coordinator.LostClaim(point);
        }

        return isClaimed;
    }

    /// <summary>
    /// Whether the state file of a point has been in use for less than the patience of this worker, whenever it looked since its last
    /// claim. Workers that want one point at the same moment find its file in use, too, but whoever looks again finds that it is gone.
    /// </summary>
    private bool HasPatienceWith(int point)
    {
        var now = time.GetTimestamp();
        var use = inUse.TryGetValue(point, out var known) && time.GetElapsedTime(known.Last, now) < options.Patience
            ? (known.First, Last: now)
            : (First: now, Last: now);
        inUse[point] = use;
        return time.GetElapsedTime(use.First, now) < options.Patience;
    }

    private async ValueTask Look()
    {
        var looked = time.GetTimestamp();
        var changes = coordinator.BeginScan().Changes;
        Dictionary<int, StateFile>? states = null;
        try
        {
            states = StateFile.LatestOf(await directory.List(SweepLayout.Ini).ConfigureAwait(false));
        }
        catch (SharedDirectoryException)
        {
            // The next claim meets the same trouble, and deals with it.
        }
        finally
        {
            coordinator.Looked(states, changes, looked);
        }
    }

    private async ValueTask GetGpus(SlotGpus lent)
    {
        try
        {
            if (lent.TryTake())
                return;
            coordinator.WaitsForGpus(begins: true);
            try
            {
                await lent.Wait(LongestWaitForGpus, run).ConfigureAwait(false);
            }
            finally
            {
                coordinator.WaitsForGpus(begins: false);
            }
        }
        catch (GpuException e)
        {
            coordinator.Stop(e.Message);
        }
    }

    /// <summary>Runs a point that this worker has claimed, or a duplicate. Null: it is not resolved, and this slot goes on.</summary>
    private async ValueTask<PointOutcome?> Run(int point, bool isDuplicate, SlotGpus lent)
    {
        var started = time.GetUtcNow();
        var clock = time.GetTimestamp();
        var running = new RunningAttempt(point, options, time, run);
        var attempt = coordinator.Began(running, lent.HandOver());
        var took = TimeSpan.Zero;
        AttemptOutcome? outcome = null;
        var (what, reported) = (PointEvent.Forgotten, (PointOutcome?)null);
        try
        {
            attempt.Gpus?.Note(point);
            outcome = await running.Run(attempt, Execute).ConfigureAwait(false);
            took = time.GetElapsedTime(clock);
            (what, reported) = await Store(attempt, outcome, isDuplicate, started, took).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e)
        {
            // The point is not to blame: no attempt is counted, and the claim goes back if that much still works.
            coordinator.Stop(Messages.DirectoryFailed(e));
            await TryRelease(point).ConfigureAwait(false);
        }
        finally
        {
            if (isDuplicate)
                await TryWithdraw(point).ConfigureAwait(false);
            var reason = (outcome as AttemptOutcome.Skip)?.Reason ?? "";
            coordinator.Ended(running, took, what, hasResult: outcome is AttemptOutcome.Success, reason);
        }

        return reported;
    }

    /// <summary>Runs the attempt. Its GPUs are free when it has really ended: one that was left to itself still computes.</summary>
    private async ValueTask<AttemptOutcome> Execute(Attempt attempt, CancellationToken token)
    {
        using var loan = attempt.Gpus;
        try
        {
            return await execute(attempt, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not SharedDirectoryException)
        {
            return new AttemptOutcome.Failure(AttemptError.Of(e));
        }
    }

    /// <summary>Stores how an attempt ended. Returns what that means for the point here, and what there is to report.</summary>
    private async ValueTask<(PointEvent What, PointOutcome? Outcome)> Store(
        Attempt attempt,
        AttemptOutcome outcome,
        bool isDuplicate,
        DateTimeOffset started,
        TimeSpan took)
    {
        var point = attempt.Point;
        if (outcome is not AttemptOutcome.Success)
            await DropArtifacts(outcome).ConfigureAwait(false);
        switch (outcome)
        {
            case AttemptOutcome.Success success:
                var hasArtifacts = success.Artifacts is not null;
                if (await protocol.TryFinish(point, attempt.Number, success.Result, hasArtifacts).ConfigureAwait(false))
                    return (PointEvent.Reported, new PointOutcome.FinishedHere(point, success));
                await DropArtifacts(outcome).ConfigureAwait(false);
                return (PointEvent.Forgotten, null);

            // A signal to the group of processes also ends what the experiment has started, and then the experiment fails.
            case AttemptOutcome.Failure or AttemptOutcome.Skip or AttemptOutcome.NotStarted when coordinator.IsToldToEnd:
                if (!isDuplicate)
                    await protocol.Release(point).ConfigureAwait(false);
                return (PointEvent.Forgotten, null);

            // The owner of the claim decides what becomes of the point; a duplicate that fails harms nobody.
            case AttemptOutcome.Failure or AttemptOutcome.Skip when isDuplicate:
                return (PointEvent.Declined, null);

            case AttemptOutcome.NotStarted notStarted:
                coordinator.NotStarted(RecordOf(attempt, notStarted.Error, started, took));
                if (isDuplicate)
                    return (PointEvent.Declined, null);
                await protocol.Release(point).ConfigureAwait(false);
                return (PointEvent.PutBack, null);

            case AttemptOutcome.Failure failure:
                return await RollBack(attempt, failure.Error, started, took).ConfigureAwait(false);

            case AttemptOutcome.Skip { Reason: var reason }:
                var skip = new SkipRecord { Point = point, Worker = me.Id, Reason = reason, Started = started };
                await protocol.Skip(point, skip).ConfigureAwait(false);
                return (PointEvent.Skipped, null);

            default:
                if (!isDuplicate)
                    await protocol.Release(point).ConfigureAwait(false);
                return (PointEvent.Forgotten, run.IsCancellationRequested ? new PointOutcome.Cancelled() : null);
        }
    }

    /// <summary>Deletes the files of an attempt that does not count. What cannot be deleted is left, and people are told.</summary>
    private async ValueTask DropArtifacts(AttemptOutcome outcome)
    {
        if (outcome.Artifacts is { } artifacts && await protocol.DropArtifacts(artifacts).ConfigureAwait(false) is { } why)
            coordinator.LeaveBehind(Messages.LeftBehind(artifacts, why));
    }

    private async ValueTask<(PointEvent What, PointOutcome? Outcome)> RollBack(
        Attempt attempt,
        AttemptError error,
        DateTimeOffset started,
        TimeSpan took)
    {
        var record = RecordOf(attempt, error, started, took);
        coordinator.Failed(record);
        if (!await protocol.RollBack(attempt.Point, record, attempt.Number).ConfigureAwait(false))
            return (PointEvent.PutBack, null);
        var attempts = await failedAttempts.Of(attempt.Point).ConfigureAwait(false);
        return (PointEvent.Reported, new PointOutcome.FailedForGood(attempt.Point, attempts));
    }

    private AttemptRecord RecordOf(Attempt attempt, AttemptError error, DateTimeOffset started, TimeSpan took) => new()
    {
        Point = attempt.Point,
        Worker = me.Id,
        Kind = "error",
        Error = error,
        Started = started,
        Seconds = Math.Round(took.TotalSeconds, 3),
    };

    private async ValueTask<bool> TryAnnounce(int point, string owner)
    {
        var isMine = false;
        try
        {
            isMine = await announcements.TryMake(point, owner).ConfigureAwait(false);
        }
        catch (SharedDirectoryException e)
        {
            coordinator.Stop(Messages.DirectoryFailed(e));
        }

        if (!isMine)
            coordinator.LostDuplicate(point);
        return isMine;
    }

    private async ValueTask TryWithdraw(int point)
    {
        try
        {
            await announcements.Withdraw(point).ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // How the duplicate ended is stored. A scan deletes the announcement when this process has ended.
        }
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

    /// <summary>Reads what became of a point that a scan showed as finished or failed. Null: its result cannot be read.</summary>
    private async ValueTask<PointOutcome?> Describe(StateFile file)
    {
        PointOutcome? outcome = null;
        try
        {
            if (file.State == PointState.Failed)
            {
                // A rerun moves the records away and then puts the point back.
                var attempts = await failedAttempts.Of(file.Point).ConfigureAwait(false);
                if (attempts.Count == 0 && await directory.TryRead(file.Path).ConfigureAwait(false) is null)
                {
                    coordinator.Tell(file.Point, PointEvent.Forgotten);
                    return null;
                }

                outcome = new PointOutcome.FailedForGood(file.Point, attempts);
            }
            else if (await directory.TryRead(SweepLayout.Result(file.Point)).ConfigureAwait(false) is { } json
                && ResultCheck.IsWhole(json, file.Point))
                outcome = new PointOutcome.FinishedElsewhere(file.Point, json);
        }
        catch (SharedDirectoryException e)
        {
            coordinator.Stop(Messages.DirectoryFailed(e));
            coordinator.Tell(file.Point, PointEvent.Forgotten);
            return null;
        }

        coordinator.Tell(file.Point, outcome is null ? PointEvent.Unreadable : PointEvent.Reported);
        return outcome;
    }
}
