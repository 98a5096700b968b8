using MultiRunner.Execution;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Tests.Execution;

/// <summary>How test cases are invoked, where no whole run shows it.</summary>
public sealed class SweepSessionTests
{
    [Fact]
    public async Task A_case_that_is_invoked_without_a_session_is_an_error()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Invoke(NewCase(), new Sink(), CancellationToken.None));

        Assert.StartsWith("A worker runs all selected points of a sweep method in one session", error.Message, StringComparison.Ordinal);
        Assert.Contains("'Point(n: 1)'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_before_the_sweep_is_joined_reports_nothing()
    {
        SweepTestCase[] cases = [NewCase(), NewCase()];
        var session = new SweepSession(cases);
        var sink = new Sink();
        foreach (var testCase in cases)
        {
            testCase.BelongTo(session);
            Assert.Equal(default, await Invoke(testCase, sink, new CancellationToken(canceled: true)));
        }

        Assert.Empty(sink.Messages);
    }

    private static ValueTask<RunSummary> Invoke(SweepTestCase testCase, Sink sink, CancellationToken cancellation)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        return testCase.Run(ExplicitOption.Off, sink, [], ExceptionAggregator.Create(), source, ParallelMode.None, null!, new FixtureMappingManager("test"));
    }

    private static SweepTestCase NewCase() => new(
        (IXunitTestMethod)TestContext.Current.TestMethod!,
        "Point(n: 1)",
        "id",
        isExplicit: false,
        label: null,
        disableParallelization: false,
        skipExceptions: null,
        skip: default,
        traits: [],
        arguments: [1],
        sourceFilePath: null,
        sourceLineNumber: null,
        timeout: 0,
        pointKey: """{"n":1}""");

    private sealed class Sink : IMessageBus
    {
        public List<IMessageSinkMessage> Messages { get; } = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            Messages.Add(message);
            return true;
        }

        public void Dispose()
        {
        }
    }
}
