using System.Text;
using MultiRunner.Execution;
using MultiRunner.Format;
using MultiRunner.Scheduling;

namespace MultiRunner.Tests.Execution;

/// <summary>What is reported of a point.</summary>
public sealed class CaseReportTests
{
    private const string Root = "/sweeps/Train";

    private static readonly AttemptRecord Attempt = new()
    {
        Point = 3,
        Worker = "node-1-abcd",
        Kind = "error",
        Error = new AttemptError("System.IO.IOException", "no data", "at Train"),
        Started = DateTimeOffset.UnixEpoch,
        Seconds = 1,
    };

    private static readonly FinalReport Wrong = new("the report", "no best point");

    [Fact]
    public void A_point_that_finished_here_passed_with_the_messages_of_its_attempt()
    {
        var messages = new HeldMessages();

        Assert.Equal(new CaseReport.Passed(messages), CaseReport.Of(FinishedHere(messages), Root, final: null));
    }

    [Fact]
    public void A_point_that_finished_elsewhere_is_skipped() =>
        Assert.Equal(new CaseReport.Skipped("finished elsewhere"), CaseReport.Of(new PointOutcome.FinishedElsewhere(3, Encoding.UTF8.GetBytes("no result")), Root, final: null));

    [Fact]
    public void A_point_that_skipped_itself_is_skipped_with_its_reason() =>
        Assert.Equal(new CaseReport.Skipped("no GPU"), CaseReport.Of(new PointOutcome.SkippedHere(3, "no GPU"), Root, final: null));

    [Theory]
    [InlineData(1, "failed for good after 1 attempt on node-1-abcd.")]
    [InlineData(2, "failed for good after 2 attempts, the last on node-1-abcd.")]
    public void A_point_that_failed_for_good_says_how_to_try_it_again(int attempts, string how) =>
        Assert.Equal(
            new CaseReport.Failed("System.IO.IOException", $"no data\n{how} To try it again: multirunner rerun --failed --points 3 '{Root}'", "at Train"),
            CaseReport.Of(new PointOutcome.FailedForGood(3, [.. Enumerable.Repeat(Attempt, attempts)]), Root, final: null));

    [Fact]
    public void A_point_that_failed_for_good_may_have_lost_its_records() =>
        Assert.StartsWith("failed for good after 0 attempts, the last on ?.", Assert.IsType<CaseReport.Failed>(CaseReport.Of(new PointOutcome.FailedForGood(3, []), Root, final: null)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_point_that_a_stopped_worker_put_back_failed_with_its_last_error() =>
        Assert.Equal(
            new CaseReport.Failed("System.IO.IOException", "no data\nThe point was put back, and other workers can run it. This worker stopped: too many errors", "at Train"),
            CaseReport.Of(new PointOutcome.Unresolved(3, "too many errors", Attempt), Root, final: null));

    [Fact]
    public void A_point_that_a_stopped_worker_did_not_reach_is_not_run() =>
        Assert.Equal(
            new CaseReport.Failed("NotRun", "not run: this worker stopped before it reached this point: too many errors"),
            CaseReport.Of(new PointOutcome.Unresolved(3, "too many errors", null), Root, final: null));

    [Fact]
    public void The_last_case_shows_the_report() =>
        Assert.Equal(["the report"], CaseReport.Of(new PointOutcome.SkippedHere(3, "no GPU"), Root, Wrong with { Problem = null }).Warnings!);

    [Fact]
    public void A_sweep_that_is_wrong_as_a_whole_fails_the_last_case() =>
        Assert.Equal(new CaseReport.Failed("WrongObjective", "no best point") { Warnings = null }, CaseReport.Of(FinishedHere(new HeldMessages()), Root, Wrong) with { Warnings = null });

    [Fact]
    public void A_last_case_that_failed_keeps_its_own_failure() =>
        Assert.Equal("NotRun", Assert.IsType<CaseReport.Failed>(CaseReport.Of(new PointOutcome.Unresolved(3, "too many errors", null), Root, Wrong)).Type);

    [Fact]
    public void Of_a_sweep_that_cannot_be_joined_the_first_case_says_why()
    {
        var refused = new[] { true, false }.Select(isFirst => CaseReport.OfRefused(new IOException("no disk"), "Train", isFirst));

        Assert.Equal(
            [new CaseReport.Failed("System.IO.IOException", "no disk"), new CaseReport.Failed("NotRun", "not run: the sweep could not be started. The first failed test case of Train says why.")],
            refused);
    }

    private static PointOutcome.FinishedHere FinishedHere(HeldMessages messages) => new(3, new AttemptOutcome.Success(ReadOnlyMemory<byte>.Empty, messages));
}
