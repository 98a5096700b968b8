namespace MultiRunner.Tests.EndToEnd;

/// <summary>Sweeps that a run selects by their traits.</summary>
public sealed class TraitsTests
{
    /// <summary>Without its traits the failing case would be filtered out, and the run would pass.</summary>
    [Theory]
    [ClassData(typeof(EveryHost))]
    public async Task A_wrong_sweep_has_the_traits_of_its_method_and_its_class(Host host)
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(host, root, "device=gpu&suite=nightly");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Equal(["Subjects.Traits.Right(n: 1)", "Subjects.Traits.Wrong"], run.Report.Tests.Select(test => test.Name));
        Assert.Equal(TestOutcome.Passed, run.Report["Subjects.Traits.Right(n: 1)"].Outcome);
        Assert.StartsWith("Axis 'n' of Traits.Wrong: every value must convert to Int32", run.Report["Subjects.Traits.Wrong"].Message, StringComparison.Ordinal);
    }
}
