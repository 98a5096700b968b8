using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>One run of <c>dotnet test</c>: its processes, its log, and the sweeps that it joined.</summary>
internal sealed class WorkerProcessRun : IDisposable
{
    // A worker takes less than this to give its claims back.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ProcessGroup processes;
    private readonly string joinedFolder;
    private readonly WorkerIdentity me;
    private readonly TimeProvider time;
    private long? told;
    private bool isTestProcessDead;
    private bool wasStopped;

    private WorkerProcessRun(ProcessGroup processes, string log, string joinedFolder, WorkerIdentity me, TimeProvider time)
    {
        this.processes = processes;
        Log = log;
        this.joinedFolder = joinedFolder;
        this.me = me;
        this.time = time;
    }

    /// <summary>The file with what the run wrote.</summary>
    public string Log { get; }

    /// <summary>The sweeps that the run had joined at the last look.</summary>
    public IReadOnlyList<JoinedRecord> Joined { get; private set; } = [];

    /// <summary>Why the worker stopped before it had finished a point; null when it did not.</summary>
    public string? StoppedAtOnce => Joined.Select(joined => joined.Record)
        .FirstOrDefault(record => record is { Finished: 0, Reason: not null and not WorkerStates.ToldToEnd })?.Reason;

    /// <summary>The exit code of <c>dotnet test</c>, once that has ended.</summary>
    public int ExitCode => processes.ExitCode;

    /// <summary>Starts a run.</summary>
    /// <param name="arguments">The arguments of <c>dotnet</c>.</param>
    /// <param name="further">Further environment variables.</param>
    /// <param name="folder">A folder for the files of this run alone.</param>
    /// <param name="me">This process. It can tell of workers on the same system whether they are gone.</param>
    /// <param name="time">The time.</param>
    public static WorkerProcessRun Start(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> further, string folder, WorkerIdentity me, TimeProvider time)
    {
        var joined = Directory.CreateDirectory(Path.Combine(folder, "joined")).FullName;
        var log = Path.Combine(folder, "output.log");
        var environment = new Dictionary<string, string>(further)
        {
            [JoinedSweep.Variable] = joined,

            // Otherwise the build leaves processes behind that wait for the next one.
            ["MSBUILDDISABLENODEREUSE"] = "1",
        };
        return new WorkerProcessRun(ProcessGroup.Start(["dotnet", .. arguments], log, environment), log, joined, me, time);
    }

    /// <summary>Tells all processes of the run to end. A later <see cref="Look"/> kills those that still run.</summary>
    public void Stop()
    {
        wasStopped = true;
        Tell();
    }

    /// <summary>Kills all processes of the run.</summary>
    public void Kill() => processes.Signal(ProcessGroup.Sigkill);

    /// <summary>Looks at the run and ends what it left behind. Returns how it ended, or null while any process of it runs.</summary>
    public async ValueTask<RunEnd?> Look()
    {
        Joined = await ReadJoined();
        if (processes.IsEmpty)
            return await HowItEnded();
        if (told is { } since)
        {
            if (time.GetElapsedTime(since) > Grace)
                Kill();
        }
        else if (processes.HasExited)
        {
            // If its test process still runs, nobody hears what that reports.
            Tell();
        }
        else if (Joined.Any(IsDead) && (await ReadJoined()).Any(IsDead))
        {
            // The record is read twice. A worker may write 'exited' and end after the first read and before the look at its process;
            // the second read then finds 'exited'. VSTest itself would notice only after a minute that its test process died.
            isTestProcessDead = true;
            Tell();
        }

        return null;
    }

    public void Dispose()
    {
        if (!processes.IsEmpty)
            Kill();
        processes.Dispose();
    }

    private void Tell()
    {
        told ??= time.GetTimestamp();
        processes.Signal(ProcessGroup.Sigterm);
    }

    /// <summary>How the run ended; null: one of its sweep directories is away, and nothing can be said or done before it is back.</summary>
    private async ValueTask<RunEnd?> HowItEnded()
    {
        if (wasStopped)
            return RunEnd.Completed;
        var open = new List<WorkerRecord?>();
        try
        {
            foreach (var (sweep, record) in Joined)
            {
                if (await IsOpen(sweep))
                    open.Add(record);
            }
        }
        catch (SharedDirectoryException e)
        {
            return e.IsTransient ? null : RunEnd.Completed;
        }

        // An exit code above 128 means that a signal ended it. A worker that leaves in good order says so in its record.
        const int Signalled = 128;
        if (isTestProcessDead || processes.ExitCode > Signalled || Joined.Any(j => j.Record is { State: not WorkerStates.Exited }))
            return RunEnd.Crashed;

        // A worker without a record may only read, and then it joins only what is complete. A worker that somebody else told to end
        // has left its points to others.
        if (open.Exists(record => record is null || record.Reason == WorkerStates.ToldToEnd))
            return RunEnd.Crashed;
        return open.Exists(record => record is { Reason: not null, Finished: > 0 }) ? RunEnd.Stopped : RunEnd.Completed;
    }

    private bool IsDead(JoinedRecord joined) =>
        joined.Record is { } record && record.State != WorkerStates.Exited && me.KnowsToBeGone(record.Worker);

    private async ValueTask<IReadOnlyList<JoinedRecord>> ReadJoined()
    {
        var joined = new List<JoinedRecord>();
        try
        {
            foreach (var sweep in await JoinedSweep.ReadAll(joinedFolder))
                joined.Add(new JoinedRecord(sweep, await Read(sweep)));
        }
        catch (SharedDirectoryException)
        {
            // The next look may succeed.
            return Joined;
        }

        return joined;
    }

    private static async ValueTask<WorkerRecord?> Read(JoinedSweep sweep)
    {
        try
        {
            return await HeartbeatFile.TryRead(new FileSystemDirectory(sweep.Directory), sweep.Worker);
        }
        catch (SharedDirectoryException)
        {
            return null;
        }
    }

    private static async ValueTask<bool> IsOpen(JoinedSweep sweep)
    {
        var states = StateFile.LatestOf(await new FileSystemDirectory(sweep.Directory).List(SweepLayout.Ini));
        return sweep.Selected.Any(point =>
            !states.TryGetValue(point, out var file) || file.State is PointState.ToRun or PointState.Running);
    }
}
