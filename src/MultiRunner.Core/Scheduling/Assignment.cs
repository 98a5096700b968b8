using MultiRunner.Format;

namespace MultiRunner.Scheduling;

/// <summary>What a slot is to do next.</summary>
internal abstract record Assignment
{
    /// <summary>Claim a point, and run it if the claim succeeds.</summary>
    public sealed record Claim(int Point) : Assignment;

    /// <summary>Look which points are left: others have claimed what this worker took for open.</summary>
    public sealed record Look : Assignment;

    /// <summary>Run a point that this worker has already claimed.</summary>
    public sealed record Run(int Point) : Assignment;

    /// <summary>Run a point that <paramref name="Owner"/> is running as well.</summary>
    public sealed record Duplicate(int Point, string Owner) : Assignment;

    /// <summary>Give a claim of this worker back.</summary>
    public sealed record Release(int Point) : Assignment;

    /// <summary>Read what became of a point that is finished or failed.</summary>
    public sealed record Describe(StateFile File) : Assignment;

    /// <summary>Report a point whose outcome is known; or that the run was cancelled.</summary>
    public sealed record Report(PointOutcome Outcome) : Assignment;

    /// <summary>Get GPUs: there is something to run, and the slot has none.</summary>
    public sealed record GetGpus : Assignment;
}
