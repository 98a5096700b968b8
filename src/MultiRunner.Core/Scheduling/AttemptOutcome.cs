using MultiRunner.Format;
using MultiRunner.Gpus;

namespace MultiRunner.Scheduling;

/// <summary>How one execution of a point ended.</summary>
internal abstract record AttemptOutcome
{
    /// <summary>The directory that it made for its files, relative to the sweep's; null when it made none.</summary>
    public string? Artifacts { get; init; }

    /// <summary>It returned.</summary>
    /// <param name="Result">The content of its result file.</param>
    /// <param name="Messages">What is to be reported if this result counts; of any type, for the caller of the worker only.</param>
    public sealed record Success(ReadOnlyMemory<byte> Result, object? Messages = null) : AttemptOutcome;

    /// <summary>It threw.</summary>
    public sealed record Failure(AttemptError Error) : AttemptOutcome;

    /// <summary>
    /// The test class could not be made, so the method was never called. The point is not to blame: its arguments are not known
    /// to the constructor, and no other point could run here either.
    /// </summary>
    public sealed record NotStarted(AttemptError Error) : AttemptOutcome;

    /// <summary>It said that it cannot run here.</summary>
    public sealed record Skip(string Reason) : AttemptOutcome;

    /// <summary>The run was cancelled meanwhile; that is nobody's failure.</summary>
    public sealed record Cancelled : AttemptOutcome;
}

/// <summary>One execution of a point, about to start.</summary>
/// <param name="Point">The index of the point.</param>
/// <param name="Number">1 for the first attempt of this worker at this point.</param>
/// <param name="Earlier">The failed attempts of this worker at this point.</param>
/// <param name="Gpus">The GPUs that are its own until it has ended, or null when it has none.</param>
internal sealed record Attempt(int Point, int Number, IReadOnlyList<AttemptRecord> Earlier, IGpuLoan? Gpus);
