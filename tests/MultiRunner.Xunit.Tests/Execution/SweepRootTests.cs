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

    [Theory]
    [InlineData("~/sweeps", "is '~/sweeps', and only a shell takes '~' for a home directory. Write that directory in full, or './~/sweeps' for that name.")]
    [InlineData("\"/shared\"", "is \"/shared\", with quotes that are part of it. Remove the quotes. Only a shell removes them by itself.")]
    [InlineData("'/shared'", "is '/shared', with quotes that are part of it. Remove the quotes. Only a shell removes them by itself.")]
    [InlineData("file:///shared", "is 'file:///shared', which is a URL. Mount the file system, and write the path of the directory.")]
    [InlineData("s3://bucket/sweeps", "is 's3://bucket/sweeps', which is a URL. Mount the file system, and write the path of the directory.")]
    [InlineData("$HOME/sweeps", "is '$HOME/sweeps', and only a shell replaces variables. Write the value of the variable.")]
    [InlineData("/data/${USER}", "is '/data/${USER}', and only a shell replaces variables. Write the value of the variable.")]
    [InlineData("%USERPROFILE%/sweeps", "is '%USERPROFILE%/sweeps', and only a shell replaces variables. Write the value of the variable.")]
    [InlineData("/shared ", "is '/shared ', which begins or ends with a blank. Remove the blank.")]
    [InlineData("/shared\n", @"is '/shared\u000A', which has control characters. Remove them.")]
    public void A_root_that_cannot_be_meant_is_an_error_and_no_directory_of_the_project(string root, string fact)
    {
        var byVariable = Assert.Throws<SweepDirectoryException>(() => SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project)), root));
        var byBuild = Assert.Throws<SweepDirectoryException>(() => SweepRoot.For(BuiltAssembly.With(("MultiRunnerProjectDirectory", Project), ("MultiRunnerRoot", root)), variable: null));

        Assert.Equal($"The root of sweeps is the path of a directory, but the environment variable MULTIRUNNER_ROOT {fact}", byVariable.Message);
        Assert.Equal($"The root of sweeps is the path of a directory, but the MSBuild property MultiRunnerRoot {fact}", byBuild.Message);
    }

    [Theory]
    [InlineData(@"C:\sweeps")]
    [InlineData("D:/sweeps")]
    [InlineData(@"\\server\share")]
    [InlineData(@"..\sweeps")]
    [InlineData("//server/share")]
    public void A_path_of_Windows_is_an_error_on_other_systems(string root)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there it is a path");
        Assert.Contains("which is a path of Windows", Assert.Throws<SweepDirectoryException>(() => SweepRoot.For(BuiltAssembly.With(), root)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100%/a~b")]
    [InlineData("price in $/größe")]
    [InlineData("it's")]
    public void A_path_with_such_characters_elsewhere_is_a_path(string name)
    {
        var root = Path.GetFullPath(Path.Combine(Project, name));
        Assert.Equal(root, SweepRoot.For(BuiltAssembly.With(), root));
    }

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
