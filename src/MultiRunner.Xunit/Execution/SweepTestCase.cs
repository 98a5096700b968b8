using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// The test case of one point. xunit runs each case once, but not for this point: the invocation takes whichever point of the
/// sweep is best now, and sends the messages of that point's case.
/// </summary>
internal sealed class SweepTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    private string? pointKey;
    private SweepSession? session;

    /// <summary>For xunit's deserialiser.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser only.")]
    public SweepTestCase()
    {
    }

    public SweepTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        string? label,
        bool disableParallelization,
        Type[]? skipExceptions,
        (string? Reason, Type? Type, string? Unless, string? When) skip,
        Dictionary<string, HashSet<string>> traits,
        object?[] arguments,
        string? sourceFilePath,
        int? sourceLineNumber,
        int timeout,
        string pointKey)
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
        this.pointKey = pointKey;
    }

    /// <summary>The key of its point.</summary>
    public string PointKey => pointKey ?? throw new InvalidOperationException("The test case was not deserialised.");

    /// <summary>Whether it is skipped without running, as written in the code.</summary>
    public bool IsSkippedAsWritten => SkipReason is not null && SkipUnless is null && SkipWhen is null;

    /// <summary>Makes it a part of the session of its sweep.</summary>
    public void BelongTo(SweepSession ofItsSweep) => session = ofItsSweep;

    /// <summary>Whether the runner's option lets this case run.</summary>
    public bool IsSelected(ExplicitOption option) => IsSelected(this, option);

    /// <summary>Whether the runner's option lets a case run.</summary>
    public static bool IsSelected(XunitTestCase testCase, ExplicitOption option) => option switch
    {
        ExplicitOption.Only => testCase.Explicit,
        ExplicitOption.On => true,
        _ => !testCase.Explicit,
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

        var points = session ?? throw new InvalidOperationException(Messages.NotHandedToASession(TestCaseDisplayName));
        var invocation = new TestCaseInvocation(
            this,
            explicitOption,
            messageBus,
            constructorArguments,
            aggregator,
            cancellationTokenSource,
            scheduler,
            methodFixtureMappings);
        // With xunit's parallel mode all, the claim is taken inside the scheduler's task: outside it, one process would claim
        // the whole grid at once. The attempt itself is then told not to ask the scheduler again.
        return parallelMode == ParallelMode.All && !DisableParallelization
            ? scheduler.RunParallelTask(() => points.ReportNextPoint(invocation), cancellationTokenSource.Token)
            : points.ReportNextPoint(invocation);
    }

    /// <inheritdoc/>
    protected override void Serialize(IXunitSerializationInfo info)
    {
        base.Serialize(new CarriedArguments(info));
        info.AddValue("pk", PointKey);
    }

    /// <inheritdoc/>
    protected override void Deserialize(IXunitSerializationInfo info)
    {
        base.Deserialize(new CarriedArguments(info));
        pointKey = info.GetValue<string>("pk");
    }
}
