using MultiRunner.Format;
using MultiRunner.Results;
using MultiRunner.Scheduling;

namespace MultiRunner.Execution;

/// <summary>How a test case is reported, before it is put into xunit's words.</summary>
internal abstract record CaseReport
{
    /// <summary>What runners show of a test that passed or was skipped, too.</summary>
    public string[]? Warnings { get; init; }

    /// <summary>It passed here, and its attempt has left these messages.</summary>
    public sealed record Passed(HeldMessages Messages) : CaseReport;

    /// <summary>It is skipped.</summary>
    public sealed record Skipped(string Reason) : CaseReport;

    /// <summary>It failed, with an exception or in the place of one.</summary>
    public sealed record Failed(string Type, string Message, string? Stack = null) : CaseReport;

    /// <summary>How the outcome of a point is reported.</summary>
    /// <param name="outcome">The outcome, which is that of a point.</param>
    /// <param name="root">The absolute path of the sweep directory.</param>
    /// <param name="final">What is added to the last case; null for every other one.</param>
    /// <param name="progress">The line of progress that the case takes along, or null.</param>
    public static CaseReport Of(PointOutcome outcome, string root, FinalReport? final, string? progress = null)
    {
        return WithFinal(Of(outcome, root), final, progress);
    }

    /// <summary>A report with what the end of the sweep adds to the last case.</summary>
    /// <param name="report">The report of the case by itself.</param>
    /// <param name="final">What is added to the last case; null for every other one.</param>
    /// <param name="progress">The line of progress that the case takes along, or null.</param>
    public static CaseReport WithFinal(CaseReport report, FinalReport? final, string? progress = null)
    {
        if (report is not Failed && final?.Problem is { } problem)
            report = new Failed("WrongObjective", problem);
        string[] warnings = [.. new[] { progress, final?.Text }.Where(text => !string.IsNullOrEmpty(text)).OfType<string>()];
        return report with { Warnings = warnings is [] ? null : warnings };
    }

    /// <summary>How a case is reported whose sweep could not be joined: one clear failure, to which the other cases point.</summary>
    public static CaseReport OfRefused(Exception why, string method, bool isFirst) => isFirst && AttemptError.Of(why) is var error
        ? new Failed(error.Type, error.Message, error.Stack)
        : new Failed("NotRun", Messages.NotStarted(method));

    private static CaseReport Of(PointOutcome outcome, string root) => outcome switch
    {
        PointOutcome.FinishedHere { Attempt.Messages: HeldMessages messages } => new Passed(messages),
        PointOutcome.FinishedElsewhere { Result: var result } =>
            new Skipped(Messages.FinishedElsewhere(PointResult.TryParse(result.Span))),
        PointOutcome.SkippedHere { Reason: var reason } => new Skipped(reason),
        PointOutcome.FailedForGood { Point: var point, Attempts: var attempts } => attempts is [.., var last]
            ? new Failed(last.Error.Type, Messages.FailedForGood(root, point, attempts), last.Error.Stack)
            : new Failed("Failed", Messages.FailedForGood(root, point, attempts).TrimStart()),
        PointOutcome.Unresolved { Last.Error: var error, Why: var why } =>
            new Failed(error.Type, Messages.PutBack(error.Message, why), error.Stack),
        PointOutcome.Unresolved { Why: var why } => new Failed("NotRun", Messages.NotReached(why)),
        _ => throw new InvalidOperationException($"There is nothing to report of {outcome}."),
    };
}
