using MultiRunner.Definition;
using MultiRunner.Execution;
using MultiRunner.Grids;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>Makes the test cases of the points of one sweep. What is the same for all points is found out once.</summary>
internal sealed class SweepTestCases(
    ITestFrameworkDiscoveryOptions options, IXunitTestMethod testMethod, IFactAttribute attribute, SweepDefinition definition)
{
    private readonly PointDisplay display = new(definition.Grid.Parameters);
    private readonly bool hasTokens = testMethod.Method.GetParameters().Any(TokenParameters.Is);
    private readonly Dictionary<string, HashSet<string>> traits = TestIntrospectionHelper.GetTraits(testMethod, dataRow: null);

    // xunit runs such cases one by one when all others have ended. But the case of a row may run the point of any other one.
    private readonly bool isSequential = definition.Rows?.Any(row => row.DisableParallelization == true) == true;
    private readonly TestCaseDetails ofSweep = TestCaseDetails.Of(options, testMethod, attribute);

    /// <summary>All of them, in the order of the points.</summary>
    /// <param name="finished">The points that share one case; null when each has a case of its own.</param>
    public IReadOnlyCollection<IXunitTestCase> All(FinishedPoints? finished) => finished is null
        ? [.. definition.Grid.Points.Select(Of)]
        : [OfFinished(finished.Indices), .. definition.Grid.Points.Where(point => !finished.InCode.Contains(point.Index)).Select(Of)];

    private FinishedTestCase OfFinished(IReadOnlyList<int> indices) => new(
        testMethod,
        $"{ofSweep.DisplayName}: {Messages.FinishedBefore(indices.Count)}",
        UniqueIDGenerator.ForTestCase(testMethod.UniqueID, testMethodGenericTypes: null, ["finished before discovery"]),
        ofSweep.Explicit,
        traits,
        ofSweep.SourceFilePath,
        ofSweep.SourceLineNumber,
        indices);

    private SweepTestCase Of(GridPoint point)
    {
        var row = definition.Rows?[point.Index];
        var arguments = hasTokens ? TokenParameters.WithPlaces(testMethod.Method, point.Arguments) : [.. point.Arguments];
        var generics = testMethod.Method.IsGenericMethodDefinition ? testMethod.ResolveGenericTypes(arguments) : null;

        // The method has no arguments of its own. The test case has them, in a form that xunit can serialise. One test case that VSTest
        // cannot serialise would end its discovery, and all that come after it would be missing without a word.
        var method = generics is null
            ? testMethod
            : new XunitTestMethod(testMethod.TestClass, testMethod.MakeGenericMethod(generics), testMethodArguments: []);
        var details = generics is null && row is null or { Timeout: null, TestDisplayName: null }
            ? ofSweep
            : TestCaseDetails.Of(options, method, attribute, row);
        return new SweepTestCase(
            method,
            row?.Label switch
            {
                null => $"{details.DisplayName}({display.Of(point.Arguments)})",
                "" => details.DisplayName,
                var label => $"{details.DisplayName} [{label}]",
            },
            UniqueIDGenerator.ForTestCase(testMethod.UniqueID, generics, [point.Key]),
            row?.Explicit ?? details.Explicit,
            row?.Label,
            isSequential,
            details.SkipExceptions,
            row?.Skip is null ? details.Skip : (row.Skip, row.SkipType, row.SkipUnless, row.SkipWhen),
            row?.Traits is { Count: > 0 } ? TestIntrospectionHelper.GetTraits(testMethod, row) : traits,
            arguments,
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout,
            point.Key);
    }
}
