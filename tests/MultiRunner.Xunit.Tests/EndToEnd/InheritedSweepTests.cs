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

    [Fact]
    public async Task An_override_inherits_the_axes_and_rows_that_it_has_not_itself()
    {
        using var root = new TempRoot();

        var run = await SubjectRunner.Run(Host.Executable, root, "FullyQualifiedName~Subjects.WhollyOverridden.");

        Assert.Equal("11 passed", run.Report.Summary);
        Assert.Equal(
            [.. from a in new[] { 1, 2, 5, 6 } from b in new[] { "false", "true" } select $$"""{"a":{{a}},"b":{{b}}}"""],
            run.Sweeps["Subjects.WhollyOverridden.Axis"].Points);
        Assert.Equal("""{"result":-6}""", run.Sweeps["Subjects.WhollyOverridden.Axis"].Result(7, "metrics"));
        Assert.Equal(["""{"a":7,"b":3}"""], run.Sweeps["Subjects.WhollyOverridden.Replaced"].Points);
        Assert.Equal(["""{"n":1,"name":"one"}""", """{"n":2,"name":"two"}"""], run.Sweeps["Subjects.WhollyOverridden.Rows"].Points);
    }
}
