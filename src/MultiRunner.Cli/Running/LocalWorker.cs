using System.ComponentModel;
using System.Globalization;
using MultiRunner.Format;

namespace MultiRunner.Cli.Running;

/// <summary>One of the workers of this machine. It is run again after a crash, and when it stopped with points left.</summary>
internal sealed class LocalWorker : IDisposable
{
    private readonly RunOptions options;
    private readonly string folder;
    private readonly WorkerIdentity me;
    private readonly TimeProvider time;
    private readonly List<WorkerProcessRun> runs = [];
    private RunEnd? ended;
    private int crashes;

    public LocalWorker(int number, RunOptions options, string folder, WorkerIdentity me, TimeProvider time)
    {
        Number = number;
        this.options = options;
        this.folder = folder;
        this.me = me;
        this.time = time;
        Start();
    }

    /// <summary>The number of the worker, from 1.</summary>
    public int Number { get; }

    /// <summary>How often the worker was started again.</summary>
    public int Restarts => runs.Count - 1;

    /// <summary>How the run before the last one ended; null when there was only one.</summary>
    public RunEnd? Before { get; private set; }

    /// <summary>How the worker ended; null while it runs.</summary>
    public RunEnd? Ended => ended;

    /// <summary>Whether the worker was told to end while it ran.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The run under way, or the last one.</summary>
    public WorkerProcessRun Run => runs[^1];

    /// <summary>Whether the worker came to its end and <c>dotnet test</c> found nothing wrong.</summary>
    public bool Succeeded => ended == RunEnd.Completed && !IsStopped && Run.ExitCode == 0;

    /// <summary>Why it could not be started again; null unless that was so.</summary>
    public string? NotRestarted { get; private set; }

    /// <summary>The sweeps that any run of the worker joined.</summary>
    public IEnumerable<JoinedRecord> Joined => runs.SelectMany(run => run.Joined);

    /// <summary>
    /// Looks at the worker, and starts it again if it crashed and may be started again, or if it stopped by itself. The runs after
    /// which it stopped need no limit of their own: each has finished a point, and a finished point runs again only when a
    /// user puts it back or its result is lost.
    /// </summary>
    public async ValueTask Look()
    {
        if (ended is not null || await Run.Look() is not { } end)
            return;
        if (IsStopped || end == RunEnd.Completed || (end == RunEnd.Crashed && crashes == options.Restarts))
        {
            ended = end;
            return;
        }

        crashes += end == RunEnd.Crashed ? 1 : 0;
        Before = end;
        try
        {
            Start();
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            // No process or no directory can be made now. The other workers of this machine go on.
            (ended, NotRestarted) = (end, e.Message);
        }
    }

    /// <summary>Tells the worker to give its points back and to end.</summary>
    public void Stop()
    {
        if (ended is not null)
            return;
        IsStopped = true;
        Run.Stop();
    }

    /// <summary>Kills the worker.</summary>
    public void Kill()
    {
        if (ended is not null)
            return;
        IsStopped = true;
        Run.Kill();
    }

    public void Dispose() => runs.ForEach(run => run.Dispose());

    private void Start()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"worker-{Number}{(runs.Count == 0 ? "" : $".restart-{runs.Count}")}");
        var environment = options.Environments is { Count: > 0 and var count } all
            ? all[(Number - 1) % count]
            : new Dictionary<string, string>();
        runs.Add(WorkerProcessRun.Start(options.Arguments.Test, environment, Path.Combine(folder, name), me, time));
    }
}
