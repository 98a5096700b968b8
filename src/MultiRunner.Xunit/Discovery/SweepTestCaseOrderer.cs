using MultiRunner.Execution;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>
/// Changes no order, but sees, as xunit's orderers do, exactly the test cases of the method that this run selected: they
/// are the pool of points that this worker has to report.
/// </summary>
internal sealed class SweepTestCaseOrderer : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase
    {
        ArgumentNullException.ThrowIfNull(testCases);
        SweepTestCase[] points = [.. testCases.OfType<SweepTestCase>()];
        var finished = testCases.OfType<FinishedTestCase>().FirstOrDefault();
        var session = new SweepSession(points, finished);
        finished?.BelongTo(session);
        foreach (var point in points)
            point.BelongTo(session);
        return testCases;
    }
}
