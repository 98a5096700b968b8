namespace MultiRunner.Tests.Faults;

/// <summary>How much is executed in vain when nothing goes wrong.</summary>
[Collection(OneByOne.Name)]
public sealed class SpeculationTests
{
    [Theory]
    [InlineData("Never", 200)]
    [InlineData("Auto", 203)]
    public async Task Equal_workers_hardly_ever_run_a_point_twice(string speculation, int most)
    {
        using var root = new TempRoot();
        var sweep = new SharedSweep(root, "Quick.Run");
        await using var first = sweep.Join(("MULTIRUNNER_SPECULATION", speculation));
        await using var second = sweep.Join(("MULTIRUNNER_SPECULATION", speculation));
        await using var third = sweep.Join(("MULTIRUNNER_SPECULATION", speculation));

        var exits = await Task.WhenAll(first.Exit(), second.Exit(), third.Exit());

        Assert.All(exits, exit => Assert.True(exit.ExitCode == 0, exit.Console));
        Assert.Empty(sweep.AssertComplete(200).Attempts);
        Assert.InRange(sweep.Executions, 200, most);
    }
}
