using System.ComponentModel;
using MultiRunner.Format;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>The one test case of the points that were finished before the tests were discovered.</summary>
internal sealed class FinishedTestCase : SessionTestCase
{
    private IReadOnlyList<int>? points;

    /// <summary>For xunit's deserialiser.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser only.")]
    public FinishedTestCase()
    {
    }

    public FinishedTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        Dictionary<string, HashSet<string>> traits,
        string? sourceFilePath,
        int? sourceLineNumber,
        IReadOnlyList<int> points)
        : base(
            testMethod,
            displayName,
            uniqueId,
            isExplicit,
            traits: traits,
            sourceFilePath: sourceFilePath,
            sourceLineNumber: sourceLineNumber)
    {
        this.points = points;
    }

    /// <summary>The indices of its points in the sweep directory.</summary>
    public IReadOnlyList<int> Points => points ?? throw new InvalidOperationException("The test case was not deserialised.");

    /// <inheritdoc/>
    protected override ValueTask<RunSummary> Report(SweepSession ofItsSweep, TestCaseInvocation invocation, ParallelMode parallelMode) =>
        ofItsSweep.ReportFinished(invocation, this);

    /// <inheritdoc/>
    protected override void Serialize(IXunitSerializationInfo info)
    {
        base.Serialize(info);
        info.AddValue("fp", PointRanges.Format(Points));
    }

    /// <inheritdoc/>
    protected override void Deserialize(IXunitSerializationInfo info)
    {
        base.Deserialize(info);
        points = PointRanges.TryParse(info.GetValue<string>("fp")!, out _) ?? throw new InvalidOperationException("It names no points.");
    }
}
