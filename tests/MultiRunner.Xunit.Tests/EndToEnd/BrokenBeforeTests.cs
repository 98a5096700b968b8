namespace MultiRunner.Tests.EndToEnd;

/// <summary>Attributes that run before the method know the point. So what they throw belongs to the point, unlike what a constructor throws.</summary>
public sealed class BrokenBeforeTests
{
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task An_attribute_that_throws_before_a_point_fails_this_point_and_no_other(Host host)
    {
        const string Sweep = "Subjects.BrokenBefore.Run";
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(host, root, $"FullyQualifiedName={Sweep}");

        Assert.Equal("2 passed, 1 failed", run.Report.Summary);
        Assert.Contains("There is no data set for 2.", run.Report[$"{Sweep}(n: 2)"].Message, StringComparison.Ordinal);
        Assert.Equal(["0_finished", "1_failed", "2_finished"], run.Sweeps[Sweep].States);
        Assert.Equal(2, run.Sweeps[Sweep].Attempts.Count);
        Assert.Equal([1, 1], run.ExecutionsOf("Run"));
    }
}
