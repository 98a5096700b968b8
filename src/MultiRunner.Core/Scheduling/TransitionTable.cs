using static MultiRunner.Scheduling.PointEffect;
using static MultiRunner.Scheduling.PointEvent;
using static MultiRunner.Scheduling.PointStatus;

namespace MultiRunner.Scheduling;

/// <summary>
/// The life of a point in one worker, as one table: a status and an event give the next status and an effect. The diagram in
/// docs/architecture.md shows the same.
/// </summary>
internal static class TransitionTable
{
    /// <summary>What follows; null when the event cannot happen in that status.</summary>
    public static (PointStatus Next, PointEffect Effect)? Find(PointStatus status, PointEvent what) => (status, what) switch
    {
        // No slot has it in hand: the scan is believed.
        (Open, SeenToRun) => (Open, None),
        (Unknown or RunningElsewhere or Held or Doubtful, SeenToRun) => (Open, None),
        (Unknown or Open or RunningElsewhere or Held or Doubtful, SeenElsewhere) => (RunningElsewhere, None),
        (Held, SeenMine) => (Held, None),
        (Unknown or Open or RunningElsewhere or Doubtful, SeenMine) => (Held, Hold),
        (Unknown or Open or RunningElsewhere or Held or Doubtful, SeenCommitted) => (Unknown, None),
        (Doubtful, SeenFinished) => (Doubtful, None),
        (Unknown or Open or RunningElsewhere or Held, SeenFinished) => (Resolved, Describe),
        (Unknown or Open or RunningElsewhere or Held or Doubtful, SeenFailed) => (Resolved, Describe),

        // It skipped itself here: another worker may still give it a result.
        (SkippedHere or SkippedUnclaimed, SeenToRun) => (SkippedUnclaimed, None),
        (SkippedHere or SkippedUnclaimed, SeenElsewhere or SeenCommitted) => (SkippedHere, None),
        (SkippedHere or SkippedUnclaimed, SeenMine) => (SkippedHere, Release),
        (SkippedHere or SkippedUnclaimed, SeenFinished or SeenFailed) => (Resolved, Describe),

        // A slot has it in hand: the scan matters only where it makes the execution useless. A result counts even after
        // the point was failed, so a failed point's execution goes on.
        (Running or Duplicating, SeenCommitted or SeenFinished) => (status, Supersede),
        (Claiming or Running or Duplicating or Resolved or Describing or PointStatus.Reported,
            SeenToRun or SeenElsewhere or SeenMine or SeenCommitted or SeenFinished or SeenFailed) => (status, None),

        // What a slot does with it.
        (Open, Taken) => (Claiming, None),
        (Held, Taken) => (Running, None),
        (RunningElsewhere, Taken) => (Duplicating, None),
        (Resolved, Taken) => (Describing, None),
        (Claiming, Claimed) => (Running, None),
        (Running, PutBack) => (Open, None),
        (Running, Skipped) => (SkippedHere, None),
        (Duplicating, Declined) => (Unknown, Bar),
        (Describing, Unreadable) => (Doubtful, None),
        (Doubtful, Readable) => (Resolved, Describe),
        (Held or Claiming or Running or Duplicating or Describing, Forgotten) => (Unknown, None),
        (Running or Duplicating or Describing or SkippedHere or SkippedUnclaimed, PointEvent.Reported) => (PointStatus.Reported, None),

        // This worker runs no more points and says so of those that are left.
        (Unknown or Open or RunningElsewhere or Held or Doubtful, PointEvent.Reported) => (PointStatus.Reported, None),

        _ => null,
    };
}
