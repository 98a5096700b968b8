namespace MultiRunner.Tests.Running;

/// <summary>For what must come out the same wherever it runs.</summary>
public sealed class EveryHost() : TheoryData<Host>(Enum.GetValues<Host>());
