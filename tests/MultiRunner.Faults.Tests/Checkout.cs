using System.Diagnostics;

namespace MultiRunner.Tests.Faults;

/// <summary>The test project of a user, with the sources of one subject and the packed packages, restored and not built.</summary>
internal sealed class Checkout
{
    private static readonly string Repository = System.IO.Path.GetFullPath(System.IO.Path.Combine(SubjectRunner.ProjectDirectory, "..", ".."));

    private Checkout(string path, string restored) => (Path, Restored) = (path, restored);

    /// <summary>Its directory.</summary>
    public string Path { get; }

    /// <summary>Where the packages are that it was restored with.</summary>
    public string Restored { get; }

    /// <summary>Makes one.</summary>
    /// <param name="subject">The file with the sweep, in the subjects.</param>
    /// <param name="path">Where.</param>
    /// <param name="packages">Where the packages go; not on the shared volume, as on hosts that have each a cache of their own.</param>
    /// <param name="prefix">A command that runs the command line which follows it where the project is restored.</param>
    public static async Task<Checkout> Make(string subject, string path, string packages, params IReadOnlyList<string> prefix)
    {
        Directory.CreateDirectory(path);
        foreach (var project in (string[])["MultiRunner.Core", "MultiRunner.Xunit"])
            await Run(Repository, ["dotnet", "pack", "--no-build", "-c", SubjectRunner.Configuration, "-o", packages, $"src/{project}"]);
        foreach (var source in (string[])["Directory.Packages.props", $"tests/Subjects/{subject}", "tests/Subjects/Executions.cs"])
            File.Copy(System.IO.Path.Combine(Repository, source), System.IO.Path.Combine(path, System.IO.Path.GetFileName(source)));
        var version = System.IO.Path.GetFileNameWithoutExtension(Directory.GetFiles(packages, "MultiRunner.Core.*.nupkg").Single())["MultiRunner.Core.".Length..];

        var restored = System.IO.Path.Combine(packages, "restored");

        // The hosts reach no feed. What the build of this repository has restored is one, too.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(System.IO.Path.Combine(path, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="packed" value="{packages}" />
                <add key="cache" value="{cache}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
                <packageSource key="packed"><package pattern="MultiRunner.*" /></packageSource>
                <packageSource key="cache"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        File.WriteAllText(System.IO.Path.Combine(path, "Experiments.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>{restored}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="MultiRunner.Xunit" Version="{version}" />
                <PackageReference Include="MultiRunner.Xunit" />
                <PackageReference Include="xunit.v3.mtp-off" />
                <PackageReference Include="xunit.runner.visualstudio" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" />
              </ItemGroup>
            </Project>
            """);
        await Run(path, [.. prefix, "dotnet", "restore"]);
        return new Checkout(path, restored);
    }

    private static async Task Run(string directory, IReadOnlyList<string> command)
    {
        await using var process = WorkerProcess.StartIn(directory, command);
        var exit = await process.Exit();
        Assert.True(exit.ExitCode == 0, exit.Console);
    }
}
