namespace MultiRunner.Tests.Running;

/// <summary>What a report says of a test case.</summary>
public enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
    NotRun,
}
