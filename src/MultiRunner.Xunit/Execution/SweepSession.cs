using MultiRunner.Scheduling;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// The session of one sweep in this process: the first test case that xunit runs joins the sweep, each one runs points until
/// there is one to report, and the last one leaves the sweep and shows the report of all.
/// </summary>
/// <param name="selected">The test cases of the sweep that this run selected.</param>
/// <param name="finished">The case of the points that were finished before discovery, when there is one and this run selected it.</param>
internal sealed class SweepSession(IReadOnlyList<SweepTestCase> selected, FinishedTestCase? finished = null)
{
    // Those that wait must not go on inside the thread of the one that has joined: it has a point to run.
    private readonly TaskCompletionSource<SweepParticipation> joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SendOrder order = new();
    private int begun;
    private int refused;
    private int underWay;

    /// <summary>Runs points until there is one to report, which need not be that of the case that was invoked, and reports it.</summary>
    public async ValueTask<RunSummary> ReportNextPoint(TestCaseInvocation invocation)
    {
        var (joinedHere, summary) = await TryJoin(invocation);
        if (joinedHere is not { } sweep)
            return summary;
        order.Begin();
        try
        {
            var (outcome, isLast) = await NextOutcome(sweep, invocation);
            var final = isLast && order.TryBeLast() ? await Leave(sweep) : null;
            var line = final is null ? await sweep.Lines.ForCase() : null;
            return outcome is PointOutcome.Cancelled
                ? default
                : OutcomeMessages.Send(invocation, sweep.CaseOf(outcome.Point), CaseReport.Of(outcome, sweep.Root, final, line));
        }
        finally
        {
            order.End();
        }
    }

    /// <summary>
    /// Reports the case of the points that were finished before discovery. The sweep ends with it when there is no other.
    /// </summary>
    public async ValueTask<RunSummary> ReportFinished(TestCaseInvocation invocation, FinishedTestCase testCase)
    {
        var (joinedHere, summary) = await TryJoin(invocation);
        if (joinedHere is not { } sweep)
            return summary;
        order.Begin();
        try
        {
            var outcome = await FinishedPointsCheck.Report(sweep.Directory, sweep.Root, testCase.Points);
            var final = sweep.HasCases || !order.TryBeLast() ? null : await Leave(sweep);
            return OutcomeMessages.Send(invocation, testCase, CaseReport.WithFinal(outcome, final));
        }
        finally
        {
            order.End();
        }
    }

    /// <summary>The sweep; or null, and what to tell xunit instead, when it could not be joined.</summary>
    private async ValueTask<(SweepParticipation? Sweep, RunSummary Summary)> TryJoin(TestCaseInvocation invocation)
    {
        try
        {
            return (await JoinOnce(invocation), default);
        }
        catch (OperationCanceledException) when (invocation.Cancellation.IsCancellationRequested)
        {
            return default;
        }
        catch (Exception e)
        {
            var isFirst = Interlocked.Increment(ref refused) == 1;
            var testCase = invocation.Case;
            var report = CaseReport.OfRefused(e, testCase.TestMethod.MethodName, isFirst);
            return (null, OutcomeMessages.Send(invocation, testCase, report));
        }
    }

    private async ValueTask<FinalReport> Leave(SweepParticipation sweep)
    {
        var final = await sweep.LeaveAndReport();
        await order.Others();
        return final;
    }

    /// <summary>The first invocation joins, on its own thread. The others wait for it without a lock, so they can be cancelled.</summary>
    private async Task<SweepParticipation> JoinOnce(TestCaseInvocation invocation)
    {
        var cancellation = invocation.Cancellation.Token;
        if (Interlocked.Exchange(ref begun, 1) == 0)
        {
            try
            {
                var cases = selected.Where(c => !c.IsSkippedAsWritten && c.IsSelected(invocation.ExplicitOption));
                joined.SetResult(await SweepJoin.Join(invocation.Case.TestMethod, [.. cases], finished?.Points ?? [], cancellation));
            }
            catch (Exception e)
            {
                joined.SetException(e);
            }
        }

        return await joined.Task.WaitAsync(cancellation);
    }

    /// <summary>The next outcome, and whether the session is at its end with it.</summary>
    private async ValueTask<(PointOutcome Outcome, bool IsLast)> NextOutcome(SweepParticipation sweep, TestCaseInvocation invocation)
    {
        Interlocked.Increment(ref underWay);
        var isAlone = false;
        PointOutcome outcome;
        try
        {
            outcome = await sweep.Worker.NextOutcome(new AttemptRunner(sweep, invocation).Start, invocation.Cancellation.Token);
        }
        finally
        {
            isAlone = Interlocked.Decrement(ref underWay) == 0;
        }

        // A cancelled run, too, is left in good order, by the last invocation that was under way.
        return (outcome, sweep.Worker.IsDone || (isAlone && invocation.Cancellation.IsCancellationRequested));
    }
}
