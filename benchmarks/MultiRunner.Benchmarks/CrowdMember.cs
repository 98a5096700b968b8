using MultiRunner.Format;

namespace MultiRunner.Benchmarks;

/// <summary>One worker of a <see cref="Crowd"/>.</summary>
internal sealed class CrowdMember(int number, string id)
{
    private int? point;
    private int finished;
    private TimeSpan busy;
    private long beat;

    public int Number => number;

    public string Id => id;

    /// <summary>Since when it has been running its point.</summary>
    public TimeSpan Since { get; private set; }

    public bool IsDead { get; set; }

    /// <summary>It begins to run a point.</summary>
    public void Takes(int point, TimeSpan now) => (this.point, Since) = (point, now);

    /// <summary>Its point has ended.</summary>
    public void Ends(TimeSpan now) => (point, finished, busy) = (null, finished + 1, busy + (now - Since));

    /// <summary>What it shows of itself.</summary>
    public WorkerRecord NextBeat(TimeSpan interval, SimulatedTime time) => new()
    {
        Worker = new WorkerIdentity(id, "other", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null),
        Beat = ++beat,
        IntervalSeconds = interval.TotalSeconds,
        State = WorkerStates.Running,
        Running = point is { } running ? [new RunningPoint(running, (time.Elapsed - Since).TotalSeconds)] : [],
        Finished = finished,
        Errors = 0,
        BusySeconds = busy.TotalSeconds,
        Started = time.GetUtcNow(),
        Updated = time.GetUtcNow(),
    };
}
