using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>Judges by the sweep directories of a run how it ended, when no process of it runs any more.</summary>
internal static class EndOfRun
{
    /// <summary>
    /// How the run ended. It is null while one of its sweep directories is away: nothing can be said, and nothing could be run,
    /// before that is back.
    /// </summary>
    /// <param name="hasDied">Whether a signal ended the run, or its test process died.</param>
    /// <param name="joined">The sweeps that the run had joined, with what it last wrote of itself there.</param>
    /// <param name="host">The host of the run, as <see cref="WorkerIdentity.HostInNames"/> has it.</param>
    /// <param name="open">Opens a sweep directory.</param>
    public static async ValueTask<RunEnd?> Judge(
        bool hasDied, IReadOnlyList<JoinedRecord> joined, string host, Func<string, ISharedDirectory> open)
    {
        var unfinished = new List<WorkerRecord?>();
        try
        {
            foreach (var (sweep, record) in joined)
            {
                if (await IsUnfinished(sweep, host, open(sweep.Directory)))
                    unfinished.Add(record);
            }
        }
        catch (SharedDirectoryException e)
        {
            return e.IsTransient ? null : RunEnd.Completed;
        }

        // A worker that leaves in good order says so in its record.
        if (hasDied || joined.Any(j => j.Record is { State: not WorkerStates.Exited }))
            return RunEnd.Crashed;

        // A worker without a record may only read, and then it joins only what is complete. A worker that somebody else told to end
        // has left its points to others.
        if (unfinished.Exists(record => record is null || record.Reason == WorkerStates.ToldToEnd))
            return RunEnd.Crashed;
        return unfinished.Exists(record => record is { Reason: not null, Finished: > 0 }) ? RunEnd.Stopped : RunEnd.Completed;
    }

    private static async ValueTask<bool> IsUnfinished(JoinedSweep sweep, string host, ISharedDirectory directory)
    {
        var states = StateFile.LatestOf(await directory.List(SweepLayout.Ini));
        var open = sweep.Selected
            .Where(point => !states.TryGetValue(point, out var file) || file.State is PointState.ToRun or PointState.Running)
            .ToList();
        if (open.Count == 0)
            return false;

        // A point that skipped itself on this host would do so again. One that skipped itself on another host may run here.
        var skipped = SkippedPoints.In([.. await directory.List(SweepLayout.Attempts)], new HashSet<string> { host });
        return open.Exists(point =>
            !skipped.Contains(point) || (states.TryGetValue(point, out var file) && file.State == PointState.Running));
    }
}
