using MultiRunner.Definition;
using MultiRunner.Grids;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>Turns each point of a sweep into a test case, and a sweep that is wrong into one that fails and says why.</summary>
/// <remarks>
/// Points are always enumerated, even where the runner would put that off: each has to be reported by itself. Many points that are
/// finished already have one case together.
/// </remarks>
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
            var cases = new SweepTestCases(discoveryOptions, testMethod, factAttribute, definition);
            return cases.All(await FinishedPoints.Of(testMethod, definition, Environment.GetCommandLineArgs()));
        }
        catch (Exception e)
        {
            // What a data attribute threw is the user's own message; a wrong sweep's says what to do.
            var message = e is GridException
                ? e.Message
                : $"{MethodName.Of(testMethod.Method)}: its points could not be listed: {e.Innermost().Describe()}";
            var errorCase = new ExecutionErrorTestCase(
                testMethod,
                whole.TestCaseDisplayName,
                whole.UniqueID,
                whole.SourceFilePath,
                whole.SourceLineNumber,
                message);

            // xunit gives it no traits. A run that selects by traits would filter it out, and pass.
            foreach (var (name, values) in TestIntrospectionHelper.GetTraits(testMethod, dataRow: null))
                errorCase.Traits[name] = values;
            return [errorCase];
        }
    }
}
