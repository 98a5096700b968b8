namespace MultiRunner.Tests.Packages;

/// <summary>What sweeps store inside the project is no part of it.</summary>
public sealed class DefaultItemsTests(Feed feed)
{
    [Fact]
    public async Task Files_in_the_root_are_no_items_of_the_project()
    {
        using var user = new UserDirectory(feed);
        user.Write("Experiments.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject></PropertyGroup>
              <ItemGroup><PackageReference Include="MultiRunner.Xunit" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);
        string[] roots = ["sweeps", "results", "deep/er"];
        foreach (var directory in (string[])[.. roots, "."])
            user.Write($"{directory}/T.Run/artifacts/0/Generated.cs", "#line 1 of what a point has written");
        await user.Succeed("", "restore");

        // A project without tests has no sweeps.
        Assert.Equal(["T.Run", "deep", "results", "sweeps"], await DirectoriesOf(user, "-p:IsTestProject=false"));

        // The default, and roots inside of the project, however they are written.
        Assert.Equal(["T.Run", "deep", "results"], await DirectoriesOf(user));
        Assert.Equal(["T.Run", "deep", "sweeps"], await DirectoriesOf(user, "-p:MultiRunnerRoot=results"));
        Assert.Equal(["T.Run", "results", "sweeps"], await DirectoriesOf(user, $"-p:MultiRunnerRoot={user.Directory}/deep/er/"));
        Assert.Equal(["T.Run", "deep", "results"], await DirectoriesOf(user, "-p:MultiRunnerRoot= "));
        Assert.Equal(["T.Run", "deep"], await DirectoriesOf(user, "-p:MULTIRUNNER_ROOT=./results"));

        // Roots that hold the project itself.
        Assert.Equal(["T.Run", "deep", "results", "sweeps"], await DirectoriesOf(user, "-p:MultiRunnerRoot=."));
        Assert.Equal(["T.Run", "deep", "results", "sweeps"], await DirectoriesOf(user, "-p:MultiRunnerRoot=.."));
        Assert.Equal(["T.Run", "deep", "results", "sweeps"], await DirectoriesOf(user, $"-p:MultiRunnerRoot={user.Directory.ToUpperInvariant()}"));
    }

    /// <summary>MSBuild would leave them out of the build, from the second one on.</summary>
    [Theory]
    [InlineData("Sweeps/Experiment.cs")]
    [InlineData("Sweeps/Images/Experiment.cs")]
    [InlineData("sweeps/Images/Small/Experiment.cs")]
    public async Task Sources_in_a_directory_with_the_name_of_the_root_are_an_error(string source)
    {
        using var user = new UserDirectory(feed);
        user.Write("Experiments.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject></PropertyGroup>
              <ItemGroup><PackageReference Include="MultiRunner.Xunit" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);
        user.Write(source, "public class Experiment;");
        user.Write("sweeps/T.Run/ini/0_finished", "");
        user.Write("sweeps/T.Run/artifacts/0/Generated.cs", "#line 1 of what a point has written");
        await user.Succeed("", "restore");

        var (exitCode, console) = await user.Run("dotnet", "msbuild", "-t:MultiRunnerCheckRoot");

        Assert.Equal(1, exitCode);
        Assert.Contains("error MULTIRUNNER008: The root of sweeps holds sweeps alone", console, StringComparison.Ordinal);
        Assert.Contains(source, console, StringComparison.Ordinal);
        Assert.DoesNotContain("Generated.cs", console, StringComparison.Ordinal);
        await user.Succeed("", "msbuild", "-t:MultiRunnerCheckRoot", "-p:MultiRunnerRoot=results");

        // What the project names itself is compiled. Of a root elsewhere nothing would be.
        await user.Succeed("", "msbuild", "-t:MultiRunnerCheckRoot", "-p:EnableDefaultCompileItems=false");
        await user.Succeed("", "msbuild", "-t:MultiRunnerCheckRoot", "-p:MultiRunnerRoot=results", $"-p:MULTIRUNNER_ROOT={Path.GetTempPath()}");
    }

    /// <summary>Visual Basic loses sources as C# does. A project of F# names each of its sources, so it loses none.</summary>
    [Theory]
    [InlineData("vb", "", 1)]
    [InlineData("fs", "<Compile Include=\"Sweeps/Experiment.fs\" />", 0)]
    public async Task Sources_in_other_languages_are_an_error_where_they_would_be_lost(string language, string items, int expected)
    {
        using var user = new UserDirectory(feed);
        user.Write($"Experiments.{language}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsTestProject>true</IsTestProject></PropertyGroup>
              <ItemGroup><PackageReference Include="MultiRunner.Xunit" Version="{feed.Version}" />{items}</ItemGroup>
            </Project>
            """);
        user.Write($"Sweeps/Experiment.{language}", "");
        user.Write("sweeps/T.Run/ini/0_finished", "");
        await user.Succeed("", "restore");

        var (exitCode, console) = await user.Run("dotnet", "msbuild", "-t:MultiRunnerCheckRoot");

        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 1, console.Contains($"Sweeps/Experiment.{language}", StringComparison.Ordinal));
    }

    /// <summary>The first names of the paths of the project's sources.</summary>
    private static async Task<IEnumerable<string>> DirectoriesOf(UserDirectory user, params string[] properties)
    {
        var json = await user.Succeed("", ["msbuild", "Experiments.csproj", "-getItem:Compile", .. properties]);
        return System.Text.Json.Nodes.JsonNode.Parse(json)!["Items"]!["Compile"]!.AsArray()
            .Select(item => item!["Identity"]!.GetValue<string>().Split('/', '\\')[0])
            .Order(StringComparer.Ordinal);
    }
}
