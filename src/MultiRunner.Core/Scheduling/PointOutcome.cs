using MultiRunner.Format;

namespace MultiRunner.Scheduling;

/// <summary>What became of a point, as one worker has to report it.</summary>
/// <param name="Point">Its index.</param>
internal abstract record PointOutcome(int Point)
{
    /// <summary>It ran here, and its result counts.</summary>
    /// <param name="Point">Its index.</param>
    /// <param name="Attempt">The attempt whose result it is, of those that may have been made here.</param>
    public sealed record FinishedHere(int Point, AttemptOutcome.Success Attempt) : PointOutcome(Point);

    /// <summary>Its result came from another worker, or from an earlier run.</summary>
    /// <param name="Point">Its index.</param>
    /// <param name="Result">The content of its result file.</param>
    public sealed record FinishedElsewhere(int Point, ReadOnlyMemory<byte> Result) : PointOutcome(Point);

    /// <summary>Its attempts are used up.</summary>
    /// <param name="Point">Its index.</param>
    /// <param name="Attempts">The attempts on record, oldest first.</param>
    public sealed record FailedForGood(int Point, IReadOnlyList<AttemptRecord> Attempts) : PointOutcome(Point);

    /// <summary>This worker stopped before the point was resolved.</summary>
    /// <param name="Point">Its index.</param>
    /// <param name="Why">Why the worker stopped.</param>
    /// <param name="Last">Its last failed attempt here, or null when it was never run here.</param>
    public sealed record Unresolved(int Point, string Why, AttemptRecord? Last) : PointOutcome(Point);

    /// <summary>It skipped itself here, and nobody else ran it.</summary>
    /// <param name="Point">Its index.</param>
    /// <param name="Reason">The reason that it gave.</param>
    public sealed record SkippedHere(int Point, string Reason) : PointOutcome(Point);

    /// <summary>The run was cancelled; there is nothing to report.</summary>
    public sealed record Cancelled() : PointOutcome(-1);
}
