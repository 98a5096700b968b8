using MultiRunner.Format;
using MultiRunner.Gpus;
using MultiRunner.Membership;
using MultiRunner.Repair;

namespace MultiRunner.Scheduling;

/// <summary>
/// The one owner of what this worker knows: its points, what runs here, what the last scan showed, how long points take, and
/// what its heartbeat says. Slots ask it what to do next and tell it what happened; the <see cref="Scanner"/> tells it what
/// others did.
/// </summary>
/// <remarks>
/// It takes in one event at a time, under its one lock, on the thread of whoever brings the event: a thread of its own would
/// cost two hand-overs a point. It never waits and never touches the directory while it holds the lock.
/// </remarks>
internal sealed class Coordinator
{
    private readonly Lock gate = new();
    private readonly SweepOptions options;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly PointTable table = new();
    private readonly Dispatcher dispatcher;
    private readonly Stragglers stragglers;
    private readonly ClaimRace race;
    private readonly ScanIntake intake;
    private readonly ScanSchedule schedule;
    private readonly WorkerActivity activity;
    private readonly List<RunningAttempt> attempts = [];
    private readonly List<Alarm> idle = [];
    private readonly List<string> leftBehind = [];
    private Alarm? scanner;
    private long scanDue;
    private long news;
    private int waitingForGpus;
    private bool isLooking;
    private bool isReading;
    private bool hasScannedSinceStop;
    private bool isClosed;

    public Coordinator(
        WorkerIdentity me,
        AssemblyStamp? build,
        SweepOptions options,
        bool needsGpus,
        TimeProvider time,
        Random random)
    {
        this.options = options;
        this.time = time;
        this.random = random;
        activity = new WorkerActivity(me, build, options, time);
        stragglers = new Stragglers(me, options, time, random);
        race = new ClaimRace(options);
        dispatcher = new Dispatcher(table, stragglers, race, needsGpus, random);
        intake = new ScanIntake(me, time);
        schedule = new ScanSchedule(time, random);
    }

    /// <summary>Whether every point has been reported.</summary>
    public bool IsDone
    {
        get
        {
            lock (gate)
                return table.Unreported == 0;
        }
    }

    /// <summary>Whether, as far as is known, all points are finished or failed.</summary>
    public bool IsResolved
    {
        get
        {
            lock (gate)
                return AreAllResolved;
        }
    }

    /// <summary>How many points are finished or failed, as far as is known, or have been reported for another reason.</summary>
    public int Resolved
    {
        get
        {
            lock (gate)
                return table.Count(PointStatus.Resolved) + table.Count(PointStatus.Describing) + table.Count(PointStatus.Reported);
        }
    }

    /// <summary>The points that run here.</summary>
    public IReadOnlyList<int> Running
    {
        get
        {
            lock (gate)
                return [.. attempts.Select(a => a.Point)];
        }
    }

    /// <summary>For people: what attempts that do not count left behind because it could not be deleted.</summary>
    public IReadOnlyList<string> LeftBehind
    {
        get
        {
            lock (gate)
                return [.. leftBehind];
        }
    }

    private bool IsIdle => idle.Count + waitingForGpus > 0 || (isReading && !AreAllResolved);

    private bool AreAllResolved => table.Unreported == table.Count(PointStatus.Resolved) + table.Count(PointStatus.Describing);

    /// <summary>These are the points that this worker has to report; once, before the first scan.</summary>
    /// <param name="points">The points, as the code lists them.</param>
    /// <param name="costs">What they cost; null: nothing is known.</param>
    public void Begin(IEnumerable<int> points, IReadOnlyDictionary<int, double>? costs)
    {
        int[] listed = [.. points];
        lock (gate)
        {
            activity.Select(listed);
            table.Begin(PointOrder.Of(listed, options.Order, costs, random));
            race.Begin(table.Points.Count, isOrderShared: PointOrder.IsShared(options.Order, costs));
        }
    }

    /// <summary>The next beat of this worker's heartbeat.</summary>
    public WorkerRecord NextBeat()
    {
        lock (gate)
        {
            var running = attempts.Select(a => new RunningPoint(a.Point, Math.Round(a.Age.TotalSeconds, 3)));
            return activity.NextBeat(running.OrderBy(r => r.Point));
        }
    }

    /// <summary>What a slot is to do next. Null: nothing, until there are news.</summary>
    /// <param name="hasGpus">Whether it has the GPUs that an attempt needs.</param>
    /// <param name="run">Cancels the run.</param>
    /// <param name="seen">What to wait with for news.</param>
    public Assignment? TryNext(bool hasGpus, CancellationToken run, out long seen)
    {
        lock (gate)
        {
            seen = news;
            var next = run.IsCancellationRequested ? new Assignment.Report(new PointOutcome.Cancelled())
                : activity.Stopped is { } why ? dispatcher.NextOfStopped(why, hasScannedSinceStop)
                : dispatcher.Next(hasGpus, mayLook: !isLooking && schedule.MayLook);
            isLooking |= next is Assignment.Look;
            NoteWhetherReading(next);
            return next;
        }
    }

    /// <summary>Waits until something has happened since <see cref="TryNext"/> had nothing to do.</summary>
    public async ValueTask WaitForNews(long seen, CancellationToken run)
    {
        Alarm alarm;
        lock (gate)
        {
            if (news != seen)
                return;
            alarm = new Alarm(time, after: null);
            idle.Add(alarm);
            scanner?.Ring();
        }

        using (alarm)
        {
            await using (run.Register(alarm.Ring).ConfigureAwait(false))
                await alarm.Rings.ConfigureAwait(false);
            lock (gate)
                idle.Remove(alarm);
        }
    }

    /// <summary>A slot begins, or has ended, to wait for GPUs: it is idle meanwhile.</summary>
    public void WaitsForGpus(bool begins)
    {
        lock (gate)
        {
            waitingForGpus += begins ? 1 : -1;
            scanner?.Ring();
        }
    }

    /// <summary>Whether this process is about to end, so that what fails here now says nothing of the experiment.</summary>
    public bool IsToldToEnd
    {
        get
        {
            lock (gate)
                return activity.Stopped == WorkerStates.ToldToEnd;
        }
    }

    /// <summary>An attempt is about to begin.</summary>
    public Attempt Began(RunningAttempt running, IGpuLoan? gpus)
    {
        lock (gate)
        {
            attempts.Add(running);
            WakeScannerFor(time.GetTimestamp() + (long)(stragglers.OwnThreshold.TotalSeconds * time.TimestampFrequency));
            var entry = table[running.Point];
            return new Attempt(running.Point, ++entry.Attempts, entry.Failures is { } failures ? [.. failures] : [], gpus);
        }
    }

    /// <summary>An attempt is over, and so is what was to be done about it.</summary>
    public void Ended(RunningAttempt running, TimeSpan took, PointEvent how, bool hasResult, string skipReason)
    {
        lock (gate)
        {
            attempts.Remove(running);
            activity.CountAttempt(took, isFinished: hasResult && how == PointEvent.Reported);
            if (hasResult)
                stragglers.Finished(took);
            schedule.Reset();
            table[running.Point].SkipReason = skipReason;
            table.Apply(running.Point, how);
            Wake();
        }
    }

    /// <summary>A slot says what happened to a point that it has in hand.</summary>
    public void Tell(int point, PointEvent what)
    {
        lock (gate)
        {
            if (what == PointEvent.Claimed)
                race.Won();
            table.Apply(point, what);
            Wake();
        }
    }

    /// <summary>A point that a slot wanted to claim was not to be had.</summary>
    public void LostClaim(int point)
    {
        lock (gate)
        {
            race.Lost();
            table.Apply(point, PointEvent.Forgotten);
            Wake();
        }
    }

    /// <summary>A point that a slot wanted to run as a duplicate was not to be had.</summary>
    public void LostDuplicate(int point)
    {
        lock (gate)
        {
            stragglers.Lost();
            table.Apply(point, PointEvent.Forgotten);
            Wake();
        }
    }

    /// <summary>An attempt failed here. It may have been one too many, and then this worker takes no more points.</summary>
    public void Failed(AttemptRecord attempt)
    {
        lock (gate)
        {
            (table[attempt.Point].Failures ??= []).Add(attempt);
            activity.CountError();
            StopAfterTooManyErrors(attempt.Error);
        }
    }

    /// <summary>
    /// The test class could not be made for an attempt. A worker that has finished a point is able to make it, so for that worker
    /// it is an error like others: what the constructor needs may be away for a moment. Any other worker takes no more points.
    /// </summary>
    public void NotStarted(AttemptRecord attempt)
    {
        lock (gate)
        {
            // The point has had no attempt, and there is no file that has its number: the experiment, which could have made one, was not
            // called. The error is kept for the report of its test case.
            var entry = table[attempt.Point];
            entry.Attempts--;
            (entry.Failures ??= []).Add(attempt);
            activity.CountError();
            if (activity.Finished == 0)
                StopNow(Messages.NotStarted(attempt.Error));
            else
                StopAfterTooManyErrors(attempt.Error);
        }
    }

    /// <summary>Something was left behind that could not be deleted.</summary>
    public void LeaveBehind(string what)
    {
        lock (gate)
            leftBehind.Add(what);
    }

    /// <summary>This worker takes no more points.</summary>
    public void Stop(string why)
    {
        lock (gate)
            StopNow(why);
    }

    /// <summary>This worker holds nothing any more, and scans no more.</summary>
    public void Exit()
    {
        lock (gate)
        {
            activity.Exit();
            isClosed = true;
            scanner?.Ring();
        }
    }

    /// <summary>Waits until the next scan is due. False: there will be none.</summary>
    public async ValueTask<bool> WaitForScan()
    {
        while (true)
        {
            Alarm alarm;
            lock (gate)
            {
                if (isClosed)
                    return false;
                var until = UntilNextScan();
                if (until <= TimeSpan.Zero)
                    return true;
                scanner = alarm = new Alarm(time, until);
                scanDue = until is { } wait ? time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency) : long.MaxValue;
            }

            using (alarm)
            {
                await alarm.Rings.ConfigureAwait(false);
                lock (gate)
                    scanner = null;
            }
        }
    }

    /// <summary>Call it before a listing is taken: what slots change from now on is newer than the listing.</summary>
    public (long Changes, bool IsStopped) BeginScan()
    {
        lock (gate)
            return (table.Changes, activity.Stopped is not null);
    }

    /// <summary>Takes in a scan. Returns the points that no slot has in hand and that may need repair.</summary>
    public IReadOnlyList<RepairCandidate> Scanned(ScanReport scan)
    {
        var candidates = new List<RepairCandidate>();
        lock (gate)
        {
            foreach (var point in intake.Apply(table, scan, candidates))
                attempts.Find(a => a.Point == point)?.Supersede();
            stragglers.Update(table, scan);
            race.Listed(scan.States.Count);
            EndScan(scan.Looked, scan.Living, scan.WasStopped);
        }

        return candidates;
    }

    /// <summary>A slot has listed the points, between two scans, to see which are left.</summary>
    /// <param name="states">The state of each point; null: the listing failed.</param>
    /// <param name="changes">The number of the last change by a slot before the listing.</param>
    /// <param name="looked">The timestamp from before the listing.</param>
    public void Looked(IReadOnlyDictionary<int, StateFile>? states, long changes, long looked)
    {
        lock (gate)
        {
            isLooking = false;
            if (states is not null)
            {
                foreach (var point in intake.Apply(table, ScanReport.OfLook(states, looked, changes), candidates: []))
                    attempts.Find(a => a.Point == point)?.Supersede();
                race.Listed(states.Count);
            }

            schedule.Looked(looked, owners: states?.Values.Select(file => file.Owner).Distinct().Count() ?? 0);
            Wake();
        }
    }

    /// <summary>A scan failed, however often it was repeated.</summary>
    public void ScanFailed(long looked, bool wasStopped, string why)
    {
        lock (gate)
        {
            // While all slots are busy the attempts meet the same trouble when they store their results, and deal with it.
            if (IsIdle)
                StopNow(why);
            EndScan(looked, living: null, wasStopped);
        }
    }

    /// <summary>
    /// The reconciler changed a point, or learned that its result can be read. What a slot has changed since the scan is newer.
    /// </summary>
    public void Learned(StateFile file, long changes)
    {
        lock (gate)
        {
            var entry = table[file.Point];
            var what = file.State switch
            {
                PointState.ToRun => PointEvent.SeenToRun,
                PointState.Failed => PointEvent.SeenFailed,
                _ => entry.Status == PointStatus.Doubtful ? PointEvent.Readable : PointEvent.SeenFinished,
            };
            if (entry.Changed > changes || TransitionTable.Find(entry.Status, what) is null)
                return;
            entry.File = file;
            table.Apply(file.Point, what);
            Wake();
        }
    }

    /// <summary>The repairs that a scan called for are done.</summary>
    public void Reconciled(bool isSomethingMissing)
    {
        lock (gate)
            schedule.IsSomethingMissing = isSomethingMissing;
    }

    // A slot reads the results of others only when it has nothing to run. At a million points that takes a quarter of an hour and more.
    // Meanwhile the worker must see which points are put back, which are late, and whose workers are dead.
    private void NoteWhetherReading(Assignment? next)
    {
        if (next is null or Assignment.Report)
            return;
        var hasRead = isReading;
        isReading = next is Assignment.Describe && activity.Stopped is null;
        if (isReading && !hasRead)
            scanner?.Ring();
    }

    private TimeSpan? UntilNextScan()
    {
        // A worker that has stopped looks once more and then reports what it knows, however many points that are.
        if (activity.Stopped is not null && IsIdle && !hasScannedSinceStop)
            return TimeSpan.Zero;
        TimeSpan? oldest = attempts.Count == 0 ? null : attempts.Max(a => a.Age);
        return schedule.UntilNext(IsIdle, IsIdle ? stragglers.Next(table)?.Until : null, oldest, stragglers.OwnThreshold);
    }

    private void EndScan(long looked, int? living, bool wasStopped)
    {
        hasScannedSinceStop |= wasStopped;
        schedule.Scanned(looked, living, IsIdle);
        Wake();
    }

    private void StopAfterTooManyErrors(AttemptError last)
    {
        if (activity.Errors >= options.MaxErrors)
            StopNow(Messages.TooManyErrors(activity.Errors, options.MaxErrors, last));
    }

    private void StopNow(string why)
    {
        activity.Stop(why);
        Wake();
        scanner?.Ring();
    }

    // Not for every point: the alarm that an earlier point has set will do for the next ones, too.
    private void WakeScannerFor(long due)
    {
        if (due < scanDue)
            scanner?.Ring();
    }

    private void Wake()
    {
        news++;
        foreach (var alarm in idle)
            alarm.Ring();
    }
}
