using MultiRunner.Execution;

namespace MultiRunner.Tests.Execution;

public sealed class SweepRootTests
{
    private static readonly string Project = Path.GetTempPath();

    [Fact]
    public void Sweeps_lie_beside_the_project() =>
        Assert.Equal(Path.Combine(Project, "sweeps"), SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project)), variable: null));

    [Fact]
    public void The_build_may_name_another_directory_of_the_project() =>
        Assert.Equal(Path.Combine(Project, "grid"), SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project), ("MultiRunnerRoot", "grid")), variable: null));

    [Fact]
    public void The_variable_is_stronger_than_the_build() =>
        Assert.Equal(Path.Combine(Project, "mine"), SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project), ("MultiRunnerRoot", "grid")), variable: "mine"));

    [Fact]
    public void An_empty_variable_is_none() =>
        Assert.Equal(Path.Combine(Project, "grid"), SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project), ("MultiRunnerRoot", "grid")), variable: " "));

    [Fact]
    public void An_absolute_path_needs_no_project() =>
        Assert.Equal(Path.Combine(Project, "shared"), SweepRoot.For(BuiltAssembly.With(), variable: Path.Combine(Project, "shared")));

    [Fact]
    public void An_assembly_that_does_not_know_its_project_is_an_error()
    {
        var error = Assert.Throws<SweepDirectoryException>(() => SweepRoot.For(BuiltAssembly.With(), variable: null));

        Assert.Equal("Sweeps are stored in the directory of the test project, but the assembly Experiments does not say which directory that is. Reference the package MultiRunner.Xunit in the test project itself and build it, or set MULTIRUNNER_ROOT to an absolute path.", error.Message);
    }

    [Fact]
    public void A_project_that_is_not_on_this_machine_is_an_error()
    {
        var elsewhere = Path.Combine(Project, "no", "such", "project");

        var error = Assert.Throws<SweepDirectoryException>(() => SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", elsewhere)), variable: null));

        Assert.Equal($"Sweeps are stored in the directory of the test project, but '{elsewhere}', where Experiments was built, does not exist on this machine. Build on this machine, or set MULTIRUNNER_ROOT to an absolute path that all machines share.", error.Message);
    }
}
