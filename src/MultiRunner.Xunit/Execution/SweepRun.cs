using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>One run of the selected points of a sweep method in this process: joins the sweep, runs slots, reports, leaves.</summary>
internal sealed class SweepRun(IReadOnlyList<SweepTestCase> selected)
{
    // All runs of a process have one worker's name, so they count together.
    private static int executions;

    private readonly Lock gate = new();
    private Task<SweepSession>? joining;
    private int failuresToJoin;
    private int activeSlots;
    private int ended;

    /// <summary>Runs points until there is one to report, and reports it.</summary>
    public async ValueTask<RunSummary> RunSlot(Slot slot)
    {
        SweepSession session;
        try
        {
            session = await JoinOnce(slot.ExplicitOption);
        }
        catch (Exception e)
        {
            // One clear failure for the whole sweep; the other cases point to it.
            var error = AttemptError.Of(e);
            return Interlocked.Increment(ref failuresToJoin) == 1
                ? OutcomeMessages.Fail(slot, slot.Case, error.Type, error.Message, error.Stack, warnings: null)
                : OutcomeMessages.Fail(slot, slot.Case, "NotRun", $"not run: the sweep could not be started, as the first failed case of {slot.Case.TestMethod.MethodName} says.", stack: null, warnings: null);
        }

        Interlocked.Increment(ref activeSlots);
        PointOutcome outcome;
        bool isLast;
        try
        {
            outcome = await session.Worker.NextOutcome((attempt, token) => Execute(session, slot, attempt, token), slot.Cancellation.Token);
        }
        finally
        {
            isLast = Interlocked.Decrement(ref activeSlots) == 0;
        }

        // A cancelled run, too, is left in good order, by the last slot that was under way.
        var isEnd = session.Worker.IsDone || (isLast && slot.Cancellation.IsCancellationRequested);
        var ending = isEnd && Interlocked.Exchange(ref ended, 1) == 0 ? await SweepEnding.Of(session) : SweepEnding.NotYet;
        return Report(session, slot, outcome, ending);
    }

    private Task<SweepSession> JoinOnce(ExplicitOption explicitOption)
    {
        lock (gate)
            return joining ??= SweepSession.Join([.. selected.Where(c => !c.IsSkippedAsWritten && c.IsSelected(explicitOption))]);
    }

    // On another thread: a method that neither awaits nor listens to its token must not keep the slot from giving it up.
    private static ValueTask<AttemptOutcome> Execute(SweepSession session, Slot slot, Attempt attempt, CancellationToken cancellation) =>
        new(Task.Run(() => ExecuteHere(session, slot, attempt, cancellation), CancellationToken.None));

    private static async Task<AttemptOutcome> ExecuteHere(SweepSession session, Slot slot, Attempt attempt, CancellationToken cancellation)
    {
        var testCase = session.CaseOf(attempt.Point);
        var messages = new HeldMessages();
        var sweep = new SweepContext(session.Directory, session.Root, attempt, SweepSession.Identity.Id, Interlocked.Increment(ref executions), session.Definition.Returns.Names);
        var started = TimeProvider.System.GetUtcNow();
        var clock = TimeProvider.System.GetTimestamp();
        RecordedValues recorded;
        using var ofAttempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await SweepTestCaseRunner.Run(testCase, slot with { Cancellation = ofAttempt }, messages, sweep, attempt, session.Definition.Returns);
        }
        finally
        {
            recorded = sweep.End();
        }

        return OutcomeOf() with { Artifacts = sweep.Artifacts };

        AttemptOutcome OutcomeOf()
        {
            if (messages.Find<TestPassed>() is not null)
            {
                var result = new PointResult
                {
                    Point = attempt.Point,
                    Arguments = new(testCase.PointKey),
                    Metrics = recorded.Metrics,
                    Details = recorded.Details,
                    Curves = recorded.Curves,
                    Worker = SweepSession.Identity.Id,
                    Host = SweepSession.Identity.Host,
                    Attempt = attempt.Number,
                    Started = started,
                    Seconds = Math.Round(TimeProvider.System.GetElapsedTime(clock).TotalSeconds, 3),
                    Assembly = session.Definition.Assembly,
                }.ToJson();
                return new AttemptOutcome.Success(result, messages);
            }

            // A test that ends because the run was cancelled is nobody's failure.
            if (cancellation.IsCancellationRequested)
                return new AttemptOutcome.Cancelled();
            if (sweep.DirectoryFailure is { } failure)
                throw failure;
            if (messages.Find<TestSkipped>() is { } skipped)
                return new AttemptOutcome.Skip(skipped.Reason);
            return new AttemptOutcome.Failure(messages.Find<TestFailed>() is { } failed
                ? ErrorOf(failed)
                : new AttemptError("NoResult", "The runner ended the attempt without a result.", Stack: null));
        }
    }

    private static AttemptError ErrorOf(TestFailed failed)
    {
        // xunit puts the type before a message, and does so again when the recorded error is reported.
        var type = failed.ExceptionTypes[0] ?? "Exception";
        var (prefix, message) = ($"{type} : ", ExceptionUtility.CombineMessages(failed));
        return new AttemptError(type, message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message, ExceptionUtility.CombineStackTraces(failed));
    }

    private static RunSummary Report(SweepSession session, Slot slot, PointOutcome outcome, SweepEnding ending)
    {
        if (outcome is PointOutcome.Cancelled)
            return default;
        var testCase = session.CaseOf(outcome.Point);
        if (ending.Problem is { } problem && outcome is PointOutcome.FinishedHere or PointOutcome.FinishedElsewhere or PointOutcome.SkippedHere)
            return OutcomeMessages.Fail(slot, testCase, "WrongObjective", ending.Problem, stack: null, ending.Warnings);
        switch (outcome)
        {
            case PointOutcome.FinishedHere { Attempt.Messages: HeldMessages messages }:
                var passed = messages.Find<TestPassed>()!;
                if (ending.Warnings is { } warnings)
                    passed.Warnings = [.. passed.Warnings ?? [], .. warnings];
                messages.Release(slot.MessageBus, slot.Cancellation);
                return new RunSummary { Total = 1, Time = passed.ExecutionTime };

            case PointOutcome.FinishedElsewhere elsewhere:
                return OutcomeMessages.Skip(slot, testCase, Describe(elsewhere), ending.Warnings);

            case PointOutcome.SkippedHere skipped:
                return OutcomeMessages.Skip(slot, testCase, skipped.Reason, ending.Warnings);

            case PointOutcome.FailedForGood failed:
                var last = failed.Attempts is [.., var attempt] ? attempt : null;
                var how = $"failed for good after {failed.Attempts.Count} {(failed.Attempts.Count == 1 ? "attempt" : "attempts, the last")} on {last?.Worker ?? "?"}. To try it again, delete {session.Root}/{SweepLayout.Attempts}/{outcome.Point}.* and rename {session.Root}/{new StateFile(outcome.Point, PointState.Failed).Path} to {new StateFile(outcome.Point, PointState.ToRun).Name}.";
                return OutcomeMessages.Fail(slot, testCase, last?.Error.Type ?? "Failed", $"{last?.Error.Message}\n{how}".TrimStart(), last?.Error.Stack, ending.Warnings);

            case PointOutcome.Unresolved { Last: { } error } unresolved:
                return OutcomeMessages.Fail(slot, testCase, error.Error.Type, $"{error.Error.Message}\nThe point goes back to be run; this worker stopped: {unresolved.Why}", error.Error.Stack, ending.Warnings);

            case PointOutcome.Unresolved unresolved:
                return OutcomeMessages.Fail(slot, testCase, "NotRun", $"not run: this worker stopped before it came to this point: {unresolved.Why}", stack: null, ending.Warnings);

            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private static string Describe(PointOutcome.FinishedElsewhere elsewhere) =>
        PointResult.TryParse(elsewhere.Result.Span) is { } result
            ? string.Create(CultureInfo.InvariantCulture, $"finished on {result.Host} in {result.Seconds:0.###} s{(result.Metrics.Count > 0 ? ": " : "")}{result.MetricsText}")
            : "finished elsewhere";
}
