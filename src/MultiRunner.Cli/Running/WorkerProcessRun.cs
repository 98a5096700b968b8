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
    public void Kill() => processes.Kill();

    /// <summary>Looks at the run and ends what it left behind. Returns how it ended, or null while any process of it runs.</summary>
    public async ValueTask<RunEnd?> Look()
    {
        // In this order: a worker may write its last record and end between the two, and would then seem to have died.
        var isOver = processes.IsEmpty;
        Joined = await ReadJoined();
        if (isOver)
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
        processes.Terminate();
    }

    private async ValueTask<RunEnd?> HowItEnded()
    {
        // An exit code above 128 means that a signal ended it.
        const int Signalled = 128;
        return wasStopped
            ? RunEnd.Completed
            : await EndOfRun.Judge(
                isTestProcessDead || processes.ExitCode > Signalled,
                Joined,
                me.HostInNames,
                directory => new FileSystemDirectory(directory));
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
            return await HeartbeatFile.TryRead(new FileSystemDirectory(sweep.Directory), SweepLayout.Worker(sweep.Worker));
        }
        catch (SharedDirectoryException)
        {
            return null;
        }
    }
}
