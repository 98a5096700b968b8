using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// Reports a test case to xunit. xunit's own helper for a case that did not run counts a skipped one as failed in its totals.
/// </summary>
internal sealed class OutcomeMessages
{
    private static readonly Dictionary<string, TestAttachment> NoAttachments = [];

    private readonly TestCaseInvocation invocation;
    private readonly XunitTestCase testCase;
    private readonly ITestCaseMetadata metadata;
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();
    private readonly string assembly;
    private readonly string collection;
    private readonly string testClass;
    private readonly string method;
    private readonly string test;

    private OutcomeMessages(TestCaseInvocation invocation, XunitTestCase testCase)
    {
        this.invocation = invocation;
        this.testCase = testCase;
        metadata = testCase;
        assembly = testCase.TestCollection.TestAssembly.UniqueID;
        collection = testCase.TestCollection.UniqueID;
        testClass = testCase.TestClass.UniqueID;
        method = testCase.TestMethod.UniqueID;
        test = UniqueIDGenerator.ForTest(testCase.UniqueID, 0);
    }

    /// <summary>Sends the messages of a report.</summary>
    /// <param name="invocation">Where they go.</param>
    /// <param name="testCase">The case that is reported.</param>
    /// <param name="report">How.</param>
    public static RunSummary Send(TestCaseInvocation invocation, XunitTestCase testCase, CaseReport report)
    {
        if (report is CaseReport.Passed passed)
            return SendHeld(invocation, passed);
        var messages = new OutcomeMessages(invocation, testCase);
        switch (report)
        {
            case CaseReport.Skipped skipped:
                messages.SendAll(messages.Skipped(skipped), failed: 0, skipped: 1);
                return new RunSummary { Total = 1, Skipped = 1 };

            case CaseReport.Failed failed:
                messages.SendAll(messages.Failed(failed), failed: 1, skipped: 0);
                return new RunSummary { Total = 1, Failed = 1 };

            default:
                throw new InvalidOperationException($"Unknown report {report}.");
        }
    }

    private static RunSummary SendHeld(TestCaseInvocation invocation, CaseReport.Passed report)
    {
        var passed = report.Messages.Find<TestPassed>()!;
        if (report.Warnings is { } warnings)
            passed.Warnings = [.. passed.Warnings ?? [], .. warnings];
        report.Messages.Release(invocation.MessageBus, invocation.Cancellation);
        return new RunSummary { Total = 1, Time = passed.ExecutionTime };
    }

    private void SendAll(TestResultMessage result, int failed, int skipped)
    {
        Queue(CaseStarting());
        Queue(Starting());
        Queue(result);
        Queue(Finished(result));
        Queue(CaseFinished(failed, skipped));
    }

    private void Queue(IMessageSinkMessage message)
    {
        if (!invocation.MessageBus.QueueMessage(message))
            invocation.Cancellation.Cancel();
    }

    private TestCaseStarting CaseStarting() => new()
    {
        AssemblyUniqueID = assembly,
        Explicit = testCase.Explicit,
        SkipReason = metadata.SkipReason,
        SourceFilePath = testCase.SourceFilePath,
        SourceLineNumber = testCase.SourceLineNumber,
        StartTime = now,
        TestCaseDisplayName = testCase.TestCaseDisplayName,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassMetadataToken = testCase.TestClassMetadataToken,
        TestClassName = testCase.TestClassName,
        TestClassNamespace = testCase.TestClassNamespace,
        TestClassSimpleName = testCase.TestClassSimpleName,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestMethodArity = testCase.TestMethodArity,
        TestMethodMetadataToken = testCase.TestMethodMetadataToken,
        TestMethodName = testCase.TestMethodName,
        TestMethodParameterTypesVSTest = testCase.TestMethodParameterTypesVSTest,
        TestMethodReturnTypeVSTest = testCase.TestMethodReturnTypeVSTest,
        TestMethodUniqueID = method,
        Traits = metadata.Traits,
    };

    private TestStarting Starting() => new()
    {
        AssemblyUniqueID = assembly,
        Explicit = testCase.Explicit,
        StartTime = now,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestDisplayName = testCase.TestCaseDisplayName,
        TestLabel = testCase.TestLabel,
        TestMethodUniqueID = method,
        TestUniqueID = test,
        Timeout = testCase.Timeout,
        Traits = metadata.Traits,
    };

    private TestSkipped Skipped(CaseReport.Skipped report) => new()
    {
        AssemblyUniqueID = assembly,
        ExecutionTime = 0m,
        FinishTime = now,
        Output = "",
        Reason = report.Reason,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestMethodUniqueID = method,
        TestUniqueID = test,
        Warnings = report.Warnings,
    };

    private TestFailed Failed(CaseReport.Failed report) => new()
    {
        AssemblyUniqueID = assembly,
        Cause = FailureCause.Exception,
        ExceptionParentIndices = [-1],
        ExceptionTypes = [report.Type],
        ExecutionTime = 0m,
        FinishTime = now,
        Messages = [report.Message],
        Output = "",
        StackTraces = [report.Stack],
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestMethodUniqueID = method,
        TestUniqueID = test,
        Warnings = report.Warnings,
    };

    private TestFinished Finished(TestResultMessage result) => new()
    {
        AssemblyUniqueID = assembly,
        Attachments = NoAttachments,
        ExecutionTime = 0m,
        FinishTime = now,
        Output = result.Output,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestMethodUniqueID = method,
        TestUniqueID = test,
        Warnings = result.Warnings,
    };

    private TestCaseFinished CaseFinished(int failed, int skipped) => new()
    {
        AssemblyUniqueID = assembly,
        ExecutionTime = 0m,
        FinishTime = now,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = testClass,
        TestCollectionUniqueID = collection,
        TestMethodUniqueID = method,
        TestsFailed = failed,
        TestsNotRun = 0,
        TestsSkipped = skipped,
        TestsTotal = 1,
    };
}
