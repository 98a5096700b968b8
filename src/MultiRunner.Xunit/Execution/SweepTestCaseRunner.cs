using MultiRunner.Definition;
using MultiRunner.Scheduling;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// Runs one attempt at a point through xunit's own pipeline, so that fixtures, lifetimes and timeouts work as in a theory.
/// </summary>
internal sealed class SweepTestCaseRunner : XunitTestCaseRunnerBase<SweepTestCaseRunnerContext, IXunitTestCase, IXunitTest>
{
    private static readonly SweepTestCaseRunner Instance = new();

    /// <summary>Runs <paramref name="testCase"/>, sending its messages to <paramref name="messages"/>.</summary>
    public static async ValueTask Run(
        SweepTestCase testCase,
        TestCaseInvocation invocation,
        HeldMessages messages,
        SweepContext sweep,
        Attempt attempt,
        ReturnReader returns)
    {
        var aggregator = invocation.Aggregator.Clone();
        var tests = await aggregator.RunAsync(testCase.CreateTests, []);
        if (aggregator.ToException() is { } exception)
        {
            XunitRunnerHelper.FailTestCases(messages, invocation.Cancellation, [testCase], exception);
            return;
        }

        await using var context = new SweepTestCaseRunnerContext(
            testCase,
            tests,
            invocation,
            messages,
            aggregator,
            sweep,
            attempt,
            returns);
        await context.InitializeAsync();
        await Instance.Run(context);
    }
}

/// <summary>Hands the attempt on to the runner of the test.</summary>
internal sealed class SweepTestCaseRunnerContext(
    SweepTestCase testCase,
    IReadOnlyCollection<IXunitTest> tests,
    TestCaseInvocation invocation,
    HeldMessages messages,
    ExceptionAggregator aggregator,
    SweepContext sweep,
    Attempt attempt,
    ReturnReader returns)
    : XunitTestCaseRunnerBaseContext<IXunitTestCase, IXunitTest>(
        testCase,
        tests,
        invocation.ExplicitOption,
        messages,
        aggregator,
        testCase.TestCaseDisplayName,
        testCase.SkipReason,
        invocation.Cancellation,
        ParallelMode.None,
        invocation.Scheduler,
        invocation.ConstructorArguments,
        invocation.Fixtures)
{
    /// <inheritdoc/>
    public override ValueTask<RunSummary> RunTest(IXunitTest test) => SweepTestRunner.RunAttempt(
        new SweepTestRunnerContext(
            test,
            ExplicitOption,
            MessageBus,
            Aggregator.Clone(),
            CancellationTokenSource,
            ParallelMode,
            Scheduler,
            BeforeAfterTestAttributes,
            ConstructorArguments,
            CaseFixtureMappings,
            sweep,
            attempt,
            returns));
}
