using MultiRunner.Format;
using MultiRunner.Reports.Model;

namespace MultiRunner.Reports.Live;

/// <summary>What somebody sees who watches a sweep.</summary>
internal sealed record LiveSweep
{
    /// <summary>Counts, rate, time left and warnings.</summary>
    public required SweepStatus Status { get; init; }

    /// <summary>The metric that decides which configuration is best; null when there is no ranking.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The names of the parameters, in the order of the method.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Those of the parameters that only tell the repeats of one configuration apart.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>The best configuration of those whose results have been read; null when there is none.</summary>
    public Configuration? Best { get; init; }

    /// <summary>
    /// How many finished points have a result that is still to be read: a sweep may have more of them than one look reads.
    /// </summary>
    public int Unread { get; init; }

    /// <summary>The workers that seem to live or that hold points, the live ones first.</summary>
    public IReadOnlyList<LiveWorker> Workers { get; init; } = [];

    /// <summary>The workers that have left or are lost, and that hold nothing.</summary>
    public required FormerWorkers Former { get; init; }

    /// <summary>How many attempts failed.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>What went wrong, each message once, what went wrong last first.</summary>
    public IReadOnlyList<LiveFailure> Failures { get; init; } = [];

    /// <summary>Whether its points are known. Those of a sweep that is just being made are not.</summary>
    public required bool HasPoints { get; init; }

    /// <summary>Whether nothing is left to run.</summary>
    public bool IsComplete => HasPoints && Status.Counts.Open == 0;
}
