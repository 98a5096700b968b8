using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// The test case of one point. xunit runs each case once, but not for this point: the invocation takes whichever point of the
/// sweep is best now, and sends the messages of that point's case.
/// </summary>
internal sealed class SweepTestCase : SessionTestCase
{
    private string? pointKey;

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
            skip,
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

    /// <inheritdoc/>
    protected override ValueTask<RunSummary> Report(SweepSession ofItsSweep, TestCaseInvocation invocation, ParallelMode parallelMode)
    {
        // With xunit's parallel mode all, the claim is taken inside the scheduler's task: outside it, one process would claim
        // the whole grid at once. The attempt itself is then told not to ask the scheduler again.
        return parallelMode == ParallelMode.All && !DisableParallelization
            ? invocation.Scheduler.RunParallelTask(() => ofItsSweep.ReportNextPoint(invocation), invocation.Cancellation.Token)
            : ofItsSweep.ReportNextPoint(invocation);
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
