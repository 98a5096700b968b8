using MultiRunner.Format;
using MultiRunner.Repair;

namespace MultiRunner.Scheduling;

/// <summary>Turns what a scan showed into events of the points. It belongs to the <see cref="Coordinator"/>.</summary>
internal sealed class ScanIntake(WorkerIdentity me, TimeProvider time)
{
    /// <summary>Takes in a scan. Returns the points whose execution here is of no use any more.</summary>
    /// <param name="table">The points.</param>
    /// <param name="scan">The scan.</param>
    /// <param name="candidates">Gets the points that no slot has in hand and that may need repair.</param>
    public List<int> Apply(PointTable table, ScanReport scan, List<RepairCandidate> candidates)
    {
        var superseded = new List<int>();
        foreach (var point in table.Points)
        {
            var entry = table[point];
            if (entry.Changed > scan.Changes)
                continue;
            StateFile? seen = scan.States.TryGetValue(point, out var file) ? file : null;
            if (seen is not null && See(table, point, file, scan) == PointEffect.Supersede)
                superseded.Add(point);
            if (entry.Status is PointStatus.Unknown or PointStatus.Open or PointStatus.RunningElsewhere
                or PointStatus.SkippedHere or PointStatus.SkippedUnclaimed or PointStatus.Doubtful)
            {
                candidates.Add(new RepairCandidate(point, seen, entry.Status == PointStatus.Doubtful));
            }
        }

        return superseded;
    }

    private PointEffect See(PointTable table, int point, StateFile file, ScanReport scan)
    {
        var entry = table[point];
        if (file.State == PointState.Running)
            NoteHowLong(entry, file, scan);
        if (entry.Status is not (PointStatus.Resolved or PointStatus.Describing or PointStatus.Reported))
            entry.File = file;
        return table.Apply(point, EventOf(file, entry.Status));
    }

    private void NoteHowLong(PointEntry entry, StateFile file, ScanReport scan)
    {
        if (entry.File.State != PointState.Running || entry.File.Owner != file.Owner)
            entry.RunningSince = scan.Looked;
        if (!scan.Workers.TryGetValue(file.Owner!, out var sighting)
            || sighting.Record?.Running.FirstOrDefault(r => r.Point == file.Point) is not { } running)
            return;

        // The owner's own seconds, and those since this worker first saw that beat: the clocks of two machines are not compared.
        var since = sighting.Since - (long)(running.Seconds * time.TimestampFrequency);
        entry.RunningSince = Math.Min(entry.RunningSince, since);
    }

    private PointEvent EventOf(StateFile file, PointStatus status) => file.State switch
    {
        PointState.ToRun => PointEvent.SeenToRun,
        PointState.Running => file.Owner == me.Id ? PointEvent.SeenMine : PointEvent.SeenElsewhere,

        // A slot that stores its result has just committed it: nobody else was faster.
        PointState.Committed when file.Owner == me.Id && status is PointStatus.Running or PointStatus.Duplicating => PointEvent.SeenMine,
        PointState.Committed => PointEvent.SeenCommitted,
        PointState.Finished => PointEvent.SeenFinished,
        _ => PointEvent.SeenFailed,
    };
}
