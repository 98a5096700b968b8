using MultiRunner.Execution;

namespace MultiRunner.Tests.Execution;

/// <summary>The name under which this process joins sweeps.</summary>
public sealed class ThisWorkerTests
{
    [Fact]
    public void It_is_the_same_in_all_sweeps_and_another_one_in_a_sweep_that_it_joins_again()
    {
        var first = ThisWorker.ToJoin("Samples.First");

        Assert.Equal(first, ThisWorker.ToJoin("Samples.Second"));
        var again = ThisWorker.ToJoin("Samples.First");
        Assert.NotEqual(first.Id, again.Id);
        Assert.Equal(first with { Id = again.Id }, again);
    }
}
