using System.Globalization;
using System.Text.Json;

namespace MultiRunner.Tests.Packages;

/// <summary>The test project of somebody who has read the README and installed the package, outside of this repository.</summary>
public sealed class Consumer : UserDirectory
{
    private readonly bool testingPlatform;

    internal Consumer(Feed feed, bool testingPlatform, bool asSdk)
        : base(feed)
    {
        this.testingPlatform = testingPlatform;
        var packages = testingPlatform
            ? """<PackageReference Include="xunit.v3" Version="4.0.2" />"""
            : """
              <PackageReference Include="coverlet.collector" Version="10.0.1" />
              <PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />
              <PackageReference Include="xunit.runner.visualstudio" Version="4.0.1" />
              <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
              """;
        var (sdk, reference) = asSdk
            ? ($"""<Sdk Name="MultiRunner.Xunit" Version="{feed.Version}" />""", "")
            : ("", $"""<PackageReference Include="MultiRunner.Xunit" Version="{feed.Version}" />""");
        Write("Experiments.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              {sdk}
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {reference}
                {packages}
                <Content Include="xunit.runner.json" CopyToOutputDirectory="PreserveNewest" Condition="Exists('xunit.runner.json')" />
              </ItemGroup>
            </Project>
            """);
        if (testingPlatform)
            Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        Write("Training.cs", "using MultiRunner;\n\n" + ExampleOfReadme());
        Write("Penguins.cs", """
            using System.IO;
            using System.Threading;
            using MultiRunner;
            using static System.IO.Path;

            public record Scores(double Accuracy, double LogLoss);

            public static class Penguins
            {
                public static Scores CrossValidate(int trees, int leaves, double learningRate)
                {
                    File.WriteAllText(Combine(Sweep.Current.CheckpointDirectory, GetRandomFileName()), "one execution");
                    Thread.Sleep(200);
                    Sweep.Current.Record("claims", Directory.GetFiles(Combine(Sweep.Current.CheckpointDirectory, "..", "..", "ini"), "*_running.*").Length);
                    return new(1 - 1.0 / (trees * leaves), learningRate);
                }
            }
            """);
    }

    private string SweepDirectory => Path.Combine(Directory, "sweeps", "Training.Train");

    /// <summary>Runs a command in the directory, as on one of several machines that share it: each has NuGet locks of its own.</summary>
    public Task<(int ExitCode, string Console)> RunOn(int machine, string program, params IEnumerable<string> arguments) =>
        Run("env", [$"NUGET_SCRATCH={Path.Combine(Directory, $"machine-{machine}")}", program, .. arguments]);

    /// <summary>Once before several builds of a project that references the package: its lock is not there before restore.</summary>
    public async Task Restore()
    {
        var (exitCode, console) = await Run("dotnet", "restore");
        Assert.True(exitCode == 0, console);
    }

    /// <summary>As after a fresh clone.</summary>
    public void Clean()
    {
        foreach (var name in (ReadOnlySpan<string>)["bin", "obj", "sweeps"])
        {
            if (System.IO.Directory.Exists(Path.Combine(Directory, name)))
                System.IO.Directory.Delete(Path.Combine(Directory, name), recursive: true);
        }
    }

    /// <summary>All 18 points have a result, and none ran more often than once.</summary>
    public void AssertComplete()
    {
        Assert.Equal(18, System.IO.Directory.GetFiles(Path.Combine(SweepDirectory, "ini"), "*_finished").Length);
        for (var n = 0; n < 18; n++)
        {
            using var result = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SweepDirectory, "results", $"{n.ToString(CultureInfo.InvariantCulture)}.json")));
            Assert.Equal(n, result.RootElement.GetProperty("point").GetInt32());
            Assert.Single(System.IO.Directory.GetFiles(Path.Combine(SweepDirectory, "checkpoints", n.ToString(CultureInfo.InvariantCulture))));
        }

        Assert.Contains("Best: accuracy = ", File.ReadAllText(Path.Combine(SweepDirectory, "report", "report.txt")), StringComparison.Ordinal);
    }

    public override string ToString() => testingPlatform ? "Microsoft.Testing.Platform" : "VSTest";

    /// <summary>The first block of code of the README.</summary>
    private static string ExampleOfReadme() =>
        File.ReadAllText(Path.Combine(Feed.RepositoryRoot, "README.md")).Split("```csharp\n")[1].Split("```")[0];
}
