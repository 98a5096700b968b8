using MultiRunner.Format;
using MultiRunner.Results;
using MultiRunner.Scheduling;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>Runs attempts at points in what xunit handed over for one test case, and says how each ended.</summary>
internal sealed class AttemptRunner(SweepParticipation sweep, TestCaseInvocation invocation)
{
    /// <summary>
    /// Starts an attempt on another thread: a method that neither awaits nor listens to its token must not keep the caller from
    /// giving it up.
    /// </summary>
    public ValueTask<AttemptOutcome> Start(Attempt attempt, CancellationToken cancellation) =>
        new(Task.Run(() => RunToItsEnd(attempt, cancellation), CancellationToken.None));

    private async Task<AttemptOutcome> RunToItsEnd(Attempt attempt, CancellationToken cancellation)
    {
        var testCase = sweep.CaseOf(attempt.Point);
        var messages = new HeldMessages();
        var returns = sweep.Definition.Returns;
        var context = new SweepContext(sweep.Directory, sweep.Root, attempt, sweep.Me.Id, returns.Names);
        var started = TimeProvider.System.GetUtcNow();
        var clock = TimeProvider.System.GetTimestamp();
        RecordedValues recorded;
        using var ofAttempt = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await SweepTestCaseRunner.Run(testCase, invocation with { Cancellation = ofAttempt }, messages, context, attempt, returns);
        }
        finally
        {
            recorded = context.End();
        }

        var took = TimeProvider.System.GetElapsedTime(clock);
        var hasPassed = messages.Find<TestPassed>() is not null;
        if (hasPassed)
            sweep.Progress.Note(recorded.Metrics);
        var outcome = !hasPassed
            ? OutcomeWithoutResult(messages, context, cancellation)
            : new AttemptOutcome.Success(ResultOf(attempt, testCase, recorded, started, took), messages);
        return outcome with { Artifacts = context.Artifacts };
    }

    private byte[] ResultOf(Attempt attempt, SweepTestCase testCase, RecordedValues recorded, DateTimeOffset started, TimeSpan took) =>
        new PointResult
        {
            Point = attempt.Point,
            Arguments = new(testCase.PointKey),
            Metrics = recorded.Metrics,
            Details = recorded.Details,
            Curves = recorded.Curves,
            Worker = sweep.Me.Id,
            Host = sweep.Me.Host,
            Attempt = attempt.Number,
            Started = started,
            Seconds = Math.Round(took.TotalSeconds, 3),
            Assembly = sweep.Definition.Assembly,
        }.ToJson();

    private static AttemptOutcome OutcomeWithoutResult(HeldMessages messages, SweepContext context, CancellationToken cancellation)
    {
        // A test that ends because the run was cancelled is nobody's failure.
        if (cancellation.IsCancellationRequested)
            return new AttemptOutcome.Cancelled();
        if (context.DirectoryFailure is { } failure)
            throw failure;
        if (messages.Find<TestSkipped>() is { } skipped)
            return new AttemptOutcome.Skip(skipped.Reason);
        var error = messages.Find<TestFailed>() is { } failed
            ? ErrorOf(failed)
            : new AttemptError("NoResult", "The runner ended the attempt without a result.", Stack: null);
        return context.IsClassMissing ? new AttemptOutcome.NotStarted(error) : new AttemptOutcome.Failure(error);
    }

    private static AttemptError ErrorOf(TestFailed failed)
    {
        // xunit puts the type before a message, and does so again when the recorded error is reported.
        var type = failed.ExceptionTypes[0] ?? "Exception";
        var (prefix, message) = ($"{type} : ", ExceptionUtility.CombineMessages(failed));
        var text = message.StartsWith(prefix, StringComparison.Ordinal) ? message[prefix.Length..] : message;
        return new AttemptError(type, text, ExceptionUtility.CombineStackTraces(failed));
    }
}
