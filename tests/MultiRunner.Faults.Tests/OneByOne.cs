namespace MultiRunner.Tests.Faults;

/// <summary>Tests that start several processes and look at when they do what: no other test of this project runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class OneByOne
{
    public const string Name = "one by one";
}
