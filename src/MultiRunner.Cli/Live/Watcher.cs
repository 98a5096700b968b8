using MultiRunner.Cli.Commands;
using MultiRunner.Membership;
using MultiRunner.Reports.Live;

namespace MultiRunner.Cli.Live;

/// <summary><c>multirunner watch</c> from its first look to its last.</summary>
/// <param name="path">What PATH on the command line is; null when it is not given.</param>
/// <param name="where">The filter that says which points to watch; null for all.</param>
/// <param name="interval">How long it is from one look to the next, at least.</param>
/// <param name="context">The process.</param>
/// <param name="display">Shows the sweeps.</param>
internal sealed class Watcher(string? path, string? where, TimeSpan interval, CliContext context, ILiveDisplay display)
{
    /// <summary>How long it waits for another sweep when all that there are are complete.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // To search for sweeps and to evaluate a filter may take longer than a look.
    private static readonly TimeSpan PauseOfSearch = TimeSpan.FromSeconds(10);

    private readonly SweepLooks looks = new(WorkerProcess.Identify(), context.Time, interval);
    private List<(string Directory, IReadOnlyCollection<int>? Points)> found = [];
    private Dictionary<string, string> problems = new(StringComparer.Ordinal);
    private long? searched;
    private long? complete;

    /// <summary>
    /// Watches until every sweep is complete, or until it is told to stop. Returns the sweeps as they were last; null when it was told to
    /// stop or when nobody reads what it writes.
    /// </summary>
    /// <exception cref="UsageException">There is no sweep, or the filter is wrong.</exception>
    public async Task<IReadOnlyList<LiveSweep>?> Run(CancellationToken stop)
    {
        // What is wrong is said before the display has begun.
        await Begin();
        IReadOnlyList<LiveSweep>? last = null;
        await display.During(async show =>
        {
            while (!stop.IsCancellationRequested && !context.IsOutClosed())
            {
                if (searched is not { } at || context.Time.GetElapsedTime(at) >= PauseOfSearch || complete is not null)
                    await TrySearch();
                var sweeps = WithProblems(await looks.Look(found));
                show(new LiveView([], sweeps));
                if (IsOver(sweeps))
                {
                    last = sweeps;
                    return;
                }

                // A look that is late must not make the end late.
                await Wait(complete is not null && looks.Pause > Patience ? Patience : looks.Pause, stop);
            }
        });
        return last;
    }

    /// <summary>Searches for the first time. Whatever goes wrong ends the command.</summary>
    private async ValueTask Begin()
    {
        foreach (var sweep in SweepPath.Resolve(path, context))
            found.Add((sweep, await Select(sweep, isFirst: true)));
        searched = context.Time.GetTimestamp();
    }

    /// <summary>
    /// Searches again. What fails may pass, such as a file system that is away for a while: what was found before stays. A sweep that was
    /// not there before may be one that the filter does not fit.
    /// </summary>
    private async ValueTask TrySearch()
    {
        IReadOnlyList<string> directories;
        try
        {
            directories = SweepPath.Resolve(path, context);
        }
        catch (Exception e) when (IsPassing(e))
        {
            searched = context.Time.GetTimestamp();
            return;
        }

        var before = found.ToDictionary(sweep => sweep.Directory, sweep => sweep.Points);
        (found, problems) = ([], new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var directory in directories)
        {
            try
            {
                found.Add((directory, await Select(directory, isFirst: false)));
            }
            catch (Exception e) when (IsPassing(e))
            {
                problems[directory] = e.Message;
                found.Add((directory, before.GetValueOrDefault(directory, [])));
            }
        }

        searched = context.Time.GetTimestamp();
    }

    private static bool IsPassing(Exception e) =>
        e is UsageException or SweepDirectoryException or IOException or UnauthorizedAccessException;

    private async ValueTask<IReadOnlyCollection<int>?> Select(string sweep, bool isFirst)
    {
        if (where is null)
            return null;
        var directory = SweepPath.Open(sweep, context);
        var manifest = await SweepPath.ReadManifest(directory, sweep);
        return isFirst
            ? await WherePoints.SelectToShow(where, directory, manifest, context)
            : await WherePoints.Select(where, directory, manifest, context.Time);
    }

    private IReadOnlyList<LiveSweep> WithProblems(IReadOnlyList<LiveSweep> sweeps) =>
        problems.Count == 0 ? sweeps : [.. sweeps.Select(sweep => problems.TryGetValue(sweep.Status.Directory, out var problem)
            ? sweep with { Status = sweep.Status with { Warnings = [problem, .. sweep.Status.Warnings] } }
            : sweep)];

    /// <summary>
    /// Whether nothing is left to watch. Tests that run one after another make the directory of the next sweep only when they come to it,
    /// so a root is watched a little longer.
    /// </summary>
    private bool IsOver(IReadOnlyList<LiveSweep> sweeps)
    {
        if (!sweeps.All(sweep => sweep.IsComplete && sweep.Unread == 0))
        {
            complete = null;
            return false;
        }

        complete ??= context.Time.GetTimestamp();
        return IsOneSweep || context.Time.GetElapsedTime(complete.Value) >= Patience;
    }

    private bool IsOneSweep => path is not null
        && found is [var (only, _)]
        && only == Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, context.Directory));

    private async ValueTask Wait(TimeSpan pause, CancellationToken stop)
    {
        try
        {
            await Task.Delay(pause, context.Time, stop);
        }
        catch (OperationCanceledException)
        {
            // The next turn ends it.
        }
    }
}
