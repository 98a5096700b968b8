using MultiRunner.Definition;
using MultiRunner.Execution;
using MultiRunner.Grids;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>Turns each point of a sweep into a test case, and a sweep that is wrong into one that fails and says why.</summary>
/// <remarks>Points are always enumerated, even where the runner would put that off: each has to be reported by itself.</remarks>
internal sealed class SweepDiscoverer : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(factAttribute);
        var whole = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        if (whole is { SkipReason: not null, SkipUnless: null, SkipWhen: null })
        {
            return [new XunitTestCase(
                whole.ResolvedTestMethod,
                whole.TestCaseDisplayName,
                whole.UniqueID,
                whole.Explicit,
                whole.SkipExceptions,
                whole.SkipReason,
                traits: TestIntrospectionHelper.GetTraits(testMethod, dataRow: null),
                sourceFilePath: whole.SourceFilePath,
                sourceLineNumber: whole.SourceLineNumber)];
        }

        try
        {
            var definition = await SweepDefinitions.For(testMethod);
            return [.. definition.Grid.Points.Select(point =>
                CreateTestCase(discoveryOptions, testMethod, factAttribute, definition, point))];
        }
        catch (Exception e)
        {
            // What a data attribute threw is the user's own message; a wrong sweep's says what to do.
            var message = e is GridException
                ? e.Message
                : $"{MethodName.Of(testMethod.Method)}: its points could not be listed: {e.Innermost().Describe()}";
            return [new ExecutionErrorTestCase(
                testMethod,
                whole.TestCaseDisplayName,
                whole.UniqueID,
                whole.SourceFilePath,
                whole.SourceLineNumber,
                message)];
        }
    }

    private static SweepTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions options,
        IXunitTestMethod testMethod,
        IFactAttribute attribute,
        SweepDefinition definition,
        GridPoint point)
    {
        var row = definition.Rows?[point.Index];
        var arguments = TokenParameters.WithPlaces(testMethod.Method, point.Arguments);
        var generics = testMethod.ResolveGenericTypes(arguments);
        var method = generics is null
            ? testMethod
            : new XunitTestMethod(testMethod.TestClass, testMethod.MakeGenericMethod(generics), arguments);
        var details = TestIntrospectionHelper.GetTestCaseDetails(
            options,
            method,
            attribute,
            timeout: row?.Timeout,
            baseDisplayName: row?.TestDisplayName);
        var displayName = row?.Label switch
        {
            null => $"{details.TestCaseDisplayName}({SweepDefinition.Describe(definition.Grid.Parameters, point.Arguments)})",
            "" => details.TestCaseDisplayName,
            var label => $"{details.TestCaseDisplayName} [{label}]",
        };
        var skip = row?.Skip is null
            ? (details.SkipReason, details.SkipType, details.SkipUnless, details.SkipWhen)
            : (row.Skip, row.SkipType, row.SkipUnless, row.SkipWhen);
        return new SweepTestCase(
            method,
            displayName,
            UniqueIDGenerator.ForTestCase(testMethod.UniqueID, generics, [point.Key]),
            row?.Explicit ?? details.Explicit,
            row?.Label,
            row?.DisableParallelization == true,
            details.SkipExceptions,
            skip,
            TestIntrospectionHelper.GetTraits(testMethod, row),
            arguments,
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout,
            point.Key);
    }
}
