namespace MultiRunner.Tests.EndToEnd;

public sealed class InheritedSweepTests
{
    [Fact]
    public async Task Each_subclass_has_the_inherited_sweep_as_its_own()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Solver.Solve");

        Assert.Equal("4 passed", run.Report.Summary);
        Assert.Equal(["Subjects.FastSolver.Solve", "Subjects.SlowSolver.Solve"], run.Sweeps.Keys.Order());
        Assert.Equal("""{"result":0.2}""", run.Sweeps["Subjects.FastSolver.Solve"].Result(1, "metrics"));
        Assert.Equal("""{"result":4}""", run.Sweeps["Subjects.SlowSolver.Solve"].Result(1, "metrics"));
    }
}
