using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>A test case that belongs to a sweep, and that the session of the sweep reports.</summary>
internal abstract class SessionTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    private SweepSession? session;

    /// <summary>For xunit's deserialiser.</summary>
    [Obsolete("Called by the deserialiser only.")]
    protected SessionTestCase()
    {
    }

    protected SessionTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        string? label = null,
        bool disableParallelization = false,
        Type[]? skipExceptions = null,
        (string? Reason, Type? Type, string? Unless, string? When) skip = default,
        Dictionary<string, HashSet<string>>? traits = null,
        object?[]? arguments = null,
        string? sourceFilePath = null,
        int? sourceLineNumber = null,
        int? timeout = null)
        : base(
            testMethod,
            displayName,
            uniqueId,
            isExplicit,
            label,
            disableParallelization,
            skipExceptions,
            skip.Reason,
            skip.Type,
            skip.Unless,
            skip.When,
            traits,
            arguments,
            sourceFilePath,
            sourceLineNumber,
            timeout)
    {
    }

    /// <summary>Whether it is skipped without running, as written in the code.</summary>
    public bool IsSkippedAsWritten => SkipReason is not null && SkipUnless is null && SkipWhen is null;

    /// <summary>Makes it a part of the session of its sweep.</summary>
    public void BelongTo(SweepSession ofItsSweep) => session = ofItsSweep;

    /// <summary>Whether the runner's option lets this case run.</summary>
    public bool IsSelected(ExplicitOption option) => option switch
    {
        ExplicitOption.Only => Explicit,
        ExplicitOption.On => true,
        _ => !Explicit,
    };

    /// <inheritdoc/>
    public ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings)
    {
        // xunit itself reports what does not run at all: no directory is touched for it.
        if (IsSkippedAsWritten || !IsSelected(explicitOption))
        {
            return XunitRunnerHelper.RunXunitTestCase(
                this,
                messageBus,
                cancellationTokenSource,
                parallelMode,
                scheduler,
                aggregator,
                explicitOption,
                constructorArguments,
                methodFixtureMappings);
        }

        var ofItsSweep = session ?? throw new InvalidOperationException(Messages.NotHandedToASession(TestCaseDisplayName));
        var invocation = new TestCaseInvocation(
            this,
            explicitOption,
            messageBus,
            constructorArguments,
            aggregator,
            cancellationTokenSource,
            scheduler,
            methodFixtureMappings);
        return Report(ofItsSweep, invocation, parallelMode);
    }

    /// <summary>Has the session report what this invocation of the case stands for.</summary>
    protected abstract ValueTask<RunSummary> Report(SweepSession ofItsSweep, TestCaseInvocation invocation, ParallelMode parallelMode);
}
