using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>What xunit hands over for one run of a test case.</summary>
/// <param name="Case">The case that xunit asked for; another one of the sweep may be run and reported instead.</param>
/// <param name="ExplicitOption">How explicit tests are treated.</param>
/// <param name="MessageBus">Where messages go.</param>
/// <param name="ConstructorArguments">The arguments of the test class's constructor.</param>
/// <param name="Aggregator">Collects exceptions.</param>
/// <param name="Cancellation">Cancels the run.</param>
/// <param name="Scheduler">xunit's scheduler.</param>
/// <param name="Fixtures">The fixtures of the method.</param>
internal sealed record TestCaseInvocation(
    XunitTestCase Case,
    ExplicitOption ExplicitOption,
    IMessageBus MessageBus,
    object?[] ConstructorArguments,
    ExceptionAggregator Aggregator,
    CancellationTokenSource Cancellation,
    ExecutionScheduler Scheduler,
    FixtureMappingManager Fixtures);
