using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Discovery;

/// <summary>What xunit says of a test case, as far as a point needs it.</summary>
internal sealed record TestCaseDetails(
    string DisplayName,
    bool Explicit,
    Type[]? SkipExceptions,
    (string? Reason, Type? Type, string? Unless, string? When) Skip,
    string? SourceFilePath,
    int? SourceLineNumber,
    int Timeout)
{
    /// <summary>That of a method, or of one row of it.</summary>
    public static TestCaseDetails Of(
        ITestFrameworkDiscoveryOptions options, IXunitTestMethod method, IFactAttribute attribute, ITheoryDataRow? row = null)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(
            options,
            method,
            attribute,
            timeout: row?.Timeout,
            baseDisplayName: row?.TestDisplayName);
        return new TestCaseDetails(
            details.TestCaseDisplayName,
            details.Explicit,
            details.SkipExceptions,
            (details.SkipReason, details.SkipType, details.SkipUnless, details.SkipWhen),
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout);
    }
}
