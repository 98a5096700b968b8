namespace MultiRunner.Tests.Packages;

/// <summary>A project that cannot run its sweeps says what is missing and how to add it, when it is built or tested.</summary>
public sealed class WrongProjectTests(WrongProjects projects) : IClassFixture<WrongProjects>
{
    [Theory]
    [InlineData("OldNet", "MULTIRUNNER001", "needs .NET 10 or later", "'OldNet.csproj' is for 'net8.0'", "<TargetFramework>net10.0</TargetFramework>")]
    [InlineData("Xunit2", "MULTIRUNNER002", "do not run in xunit 2", "'Xunit2.csproj' references 'xunit'", "dotnet remove package xunit", "'xunit.v3.mtp-off', 'xunit.runner.visualstudio' and 'Microsoft.NET.Test.Sdk'", "'xunit.v3'")]
    [InlineData("NoXunit", "MULTIRUNNER003", "a test project needs xunit v3", "'NoXunit.csproj' is a test project", "add the packages 'xunit.v3.mtp-off'")]
    [InlineData("NotExe", "MULTIRUNNER004", "is an executable", "The OutputType of 'NotExe.csproj' is 'Library'", "<OutputType>Exe</OutputType>")]
    [InlineData("PlatformUnderVSTest", "MULTIRUNNER005", "VSTest does not run", "'PlatformUnderVSTest.csproj' references it", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""", "'xunit.v3.mtp-off'")]
    [InlineData("NoRunner", "MULTIRUNNER006", "VSTest finds tests of xunit v3 with", "lacks 'Microsoft.NET.Test.Sdk' and 'xunit.runner.visualstudio'", "'dotnet add package Microsoft.NET.Test.Sdk' and 'dotnet add package xunit.runner.visualstudio'")]
    [InlineData("NoAdapter", "MULTIRUNNER006", "lacks 'xunit.runner.visualstudio'.")]
    [InlineData("OldAdapter", "MULTIRUNNER006", "3.0 or later", "lacks 'xunit.runner.visualstudio'.")]
    [InlineData("VSTestUnderPlatform", "MULTIRUNNER007", "with the package 'xunit.v3'", "'VSTestUnderPlatform.csproj' does not reference", "Reference 'xunit.v3' instead")]
    [InlineData("NoAssemblyInfo", "MULTIRUNNER009", "as attributes that the build generates", "'NoAssemblyInfo.csproj' has 'MultiRunnerLease', 'MultiRunnerOrder', and 'GenerateAssemblyInfo' is false", "Remove 'GenerateAssemblyInfo'", "MULTIRUNNER_ROOT")]
    public void A_wrong_project_names_rule_fact_and_remedy(string project, string code, params string[] parts)
    {
        var error = Assert.Single(projects.ErrorsOf(project));

        Assert.Equal(code, error.Code);
        Assert.All(parts, part => Assert.Contains(part, error.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void One_build_tells_everything_that_is_wrong() =>
        Assert.Equal(["MULTIRUNNER002", "MULTIRUNNER004"], projects.ErrorsOf("Xunit2NotExe").Select(e => e.Code));

    /// <summary>Also one whose packages are right for its executable alone, which <c>dotnet run</c> starts.</summary>
    [Theory]
    [InlineData("Xunit2Unchecked")]
    [InlineData("Xunit2AssembliesExcluded")]
    [InlineData("NoRunnerBuilt")]
    [InlineData("NoAssemblyInfoAndNoSettings")]
    [InlineData("NotTests")]
    [InlineData("Library")]
    [InlineData("OtherTests")]
    public void A_project_that_is_right_in_its_way_has_no_error(string project) => Assert.Empty(projects.ErrorsOf(project));

    [Fact]
    public void Dotnet_test_of_a_project_without_tests_says_so_unless_the_project_does()
    {
        var message = Assert.Single(projects.Messages, line => line.Contains("runs no sweep", StringComparison.Ordinal));

        Assert.StartsWith("'dotnet test' runs no sweep of 'NotTests.csproj', since the project is not a test project.", message, StringComparison.Ordinal);
        Assert.Contains("<IsTestProject>false</IsTestProject>", message, StringComparison.Ordinal);
    }
}
