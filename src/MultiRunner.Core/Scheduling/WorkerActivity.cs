using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Scheduling;

/// <summary>What a worker has done and is doing, as its heartbeat file shows it. It belongs to the <see cref="Coordinator"/>.</summary>
internal sealed class WorkerActivity(WorkerIdentity me, AssemblyStamp? build, SweepOptions options, TimeProvider time)
{
    // A selection of many points that are not neighbours is long, and every beat would write all of it.
    private const int LongestSelection = 65_536;

    private readonly DateTimeOffset started = time.GetUtcNow();
    private string? selected;
    private long beat;
    private double busySeconds;
    private bool hasExited;

    /// <summary>Why it takes no more points; null while it does.</summary>
    public string? Stopped { get; private set; }

    /// <summary>Its failed attempts.</summary>
    public int Errors { get; private set; }

    /// <summary>The points that it finished.</summary>
    public int Finished { get; private set; }

    /// <summary>These are the points that it was asked to run.</summary>
    public void Select(IEnumerable<int> points) =>
        selected = PointRanges.Format(points) is { Length: <= LongestSelection } text ? text : null;

    public void CountError() => Errors++;

    public void CountAttempt(TimeSpan took, bool isFinished)
    {
        busySeconds += took.TotalSeconds;
        Finished += isFinished ? 1 : 0;
    }

    /// <summary>It takes no more points. The first reason counts.</summary>
    public void Stop(string why) => Stopped ??= why;

    /// <summary>It holds nothing any more, and that is final.</summary>
    public void Exit() => hasExited = true;

    /// <summary>The next beat.</summary>
    public WorkerRecord NextBeat(IEnumerable<RunningPoint> running) => new()
    {
        Worker = me,
        Assembly = build,
        Beat = ++beat,
        IntervalSeconds = options.HeartbeatInterval.TotalSeconds,
        State = hasExited ? WorkerStates.Exited : Stopped is null ? WorkerStates.Running : WorkerStates.Stopped,
        Running = hasExited ? [] : [.. running],
        Finished = Finished,
        Errors = Errors,
        BusySeconds = Math.Round(busySeconds, 3),
        Started = started,
        Updated = time.GetUtcNow(),
        Selected = selected,
        Reason = Stopped,
    };
}
