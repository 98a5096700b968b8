using Xunit.Sdk;
using Xunit.v3;

namespace MultiRunner.Execution;

/// <summary>
/// The messages of a test case that did not run here, or whose attempts do not count. xunit's own helper counts a skipped
/// case as failed in its totals.
/// </summary>
internal static class OutcomeMessages
{
    private static readonly Dictionary<string, TestAttachment> NoAttachments = [];

    /// <summary>Reports a case as skipped.</summary>
    public static RunSummary Skip(Slot slot, SweepTestCase testCase, string reason, string[]? warnings) => Send(slot, testCase, new RunSummary { Total = 1, Skipped = 1 }, ids => new TestSkipped
    {
        AssemblyUniqueID = ids.Assembly,
        ExecutionTime = 0m,
        FinishTime = ids.Now,
        Output = "",
        Reason = reason,
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = ids.Class,
        TestCollectionUniqueID = ids.Collection,
        TestMethodUniqueID = ids.Method,
        TestUniqueID = ids.Test,
        Warnings = warnings,
    });

    /// <summary>Reports a case as failed.</summary>
    public static RunSummary Fail(Slot slot, SweepTestCase testCase, string type, string message, string? stack, string[]? warnings) => Send(slot, testCase, new RunSummary { Total = 1, Failed = 1 }, ids => new TestFailed
    {
        AssemblyUniqueID = ids.Assembly,
        Cause = FailureCause.Exception,
        ExceptionParentIndices = [-1],
        ExceptionTypes = [type],
        ExecutionTime = 0m,
        FinishTime = ids.Now,
        Messages = [message],
        Output = "",
        StackTraces = [stack],
        TestCaseUniqueID = testCase.UniqueID,
        TestClassUniqueID = ids.Class,
        TestCollectionUniqueID = ids.Collection,
        TestMethodUniqueID = ids.Method,
        TestUniqueID = ids.Test,
        Warnings = warnings,
    });

    private static RunSummary Send(Slot slot, SweepTestCase testCase, RunSummary summary, Func<Ids, TestResultMessage> result)
    {
        var ids = Ids.Of(testCase);
        ITestCaseMetadata metadata = testCase;
        Queue(slot, new TestCaseStarting
        {
            AssemblyUniqueID = ids.Assembly,
            Explicit = testCase.Explicit,
            SkipReason = metadata.SkipReason,
            SourceFilePath = testCase.SourceFilePath,
            SourceLineNumber = testCase.SourceLineNumber,
            StartTime = ids.Now,
            TestCaseDisplayName = testCase.TestCaseDisplayName,
            TestCaseUniqueID = testCase.UniqueID,
            TestClassMetadataToken = testCase.TestClassMetadataToken,
            TestClassName = testCase.TestClassName,
            TestClassNamespace = testCase.TestClassNamespace,
            TestClassSimpleName = testCase.TestClassSimpleName,
            TestClassUniqueID = ids.Class,
            TestCollectionUniqueID = ids.Collection,
            TestMethodArity = testCase.TestMethodArity,
            TestMethodMetadataToken = testCase.TestMethodMetadataToken,
            TestMethodName = testCase.TestMethodName,
            TestMethodParameterTypesVSTest = testCase.TestMethodParameterTypesVSTest,
            TestMethodReturnTypeVSTest = testCase.TestMethodReturnTypeVSTest,
            TestMethodUniqueID = ids.Method,
            Traits = metadata.Traits,
        });
        Queue(slot, new TestStarting
        {
            AssemblyUniqueID = ids.Assembly,
            Explicit = testCase.Explicit,
            StartTime = ids.Now,
            TestCaseUniqueID = testCase.UniqueID,
            TestClassUniqueID = ids.Class,
            TestCollectionUniqueID = ids.Collection,
            TestDisplayName = testCase.TestCaseDisplayName,
            TestLabel = testCase.TestLabel,
            TestMethodUniqueID = ids.Method,
            TestUniqueID = ids.Test,
            Timeout = testCase.Timeout,
            Traits = metadata.Traits,
        });
        var message = result(ids);
        Queue(slot, message);
        Queue(slot, new TestFinished
        {
            AssemblyUniqueID = ids.Assembly,
            Attachments = NoAttachments,
            ExecutionTime = 0m,
            FinishTime = ids.Now,
            Output = message.Output,
            TestCaseUniqueID = testCase.UniqueID,
            TestClassUniqueID = ids.Class,
            TestCollectionUniqueID = ids.Collection,
            TestMethodUniqueID = ids.Method,
            TestUniqueID = ids.Test,
            Warnings = message.Warnings,
        });
        Queue(slot, new TestCaseFinished
        {
            AssemblyUniqueID = ids.Assembly,
            ExecutionTime = 0m,
            FinishTime = ids.Now,
            TestCaseUniqueID = testCase.UniqueID,
            TestClassUniqueID = ids.Class,
            TestCollectionUniqueID = ids.Collection,
            TestMethodUniqueID = ids.Method,
            TestsFailed = summary.Failed,
            TestsNotRun = 0,
            TestsSkipped = summary.Skipped,
            TestsTotal = 1,
        });
        return summary;
    }

    private static void Queue(Slot slot, IMessageSinkMessage message)
    {
        if (!slot.MessageBus.QueueMessage(message))
            slot.Cancellation.Cancel();
    }

    private sealed record Ids(string Assembly, string Collection, string Class, string Method, string Test, DateTimeOffset Now)
    {
        public static Ids Of(SweepTestCase testCase) => new(
            testCase.TestCollection.TestAssembly.UniqueID,
            testCase.TestCollection.UniqueID,
            testCase.TestClass.UniqueID,
            testCase.TestMethod.UniqueID,
            UniqueIDGenerator.ForTest(testCase.UniqueID, 0),
            TimeProvider.System.GetUtcNow());
    }
}
