using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace MultiRunner.Tests.Packages;

/// <summary>The packages alone, in a directory that knows nothing of this repository.</summary>
public sealed class PackageTests(Feed feed)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_processes_that_build_at_the_same_moment_share_the_sweep_of_the_README(bool testingPlatform)
    {
        using var consumer = feed.NewConsumer(testingPlatform);
        await consumer.Restore();

        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => consumer.Run("dotnet", "test")));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Console));
        consumer.AssertComplete();

        // Each of them shows the report. Who uses VSTest gets nothing of the other platform.
        var shown = testingPlatform ? "- For test 'Training.Train: 18 of 18 points finished, 0 failed. Best: " : "Training.Train: 18 of 18 points finished, 0 failed.";
        Assert.All(runs, run => Assert.True(run.Console.Split(shown).Length == 2, run.Console));
        Assert.Equal(testingPlatform, File.Exists(Path.Combine(consumer.Directory, "bin", "Debug", "net10.0", "MultiRunner.TestingPlatform.dll")));
        Assert.Equal(testingPlatform, File.Exists(Path.Combine(consumer.Directory, "bin", "Debug", "net10.0", "Microsoft.Testing.Platform.dll")));

        // The executable does not run again what is finished, either.
        var again = await consumer.Run("dotnet", "run", "--no-build");
        Assert.True(again.ExitCode == 0, again.Console);
        Assert.Contains("Skipped: 18", again.Console, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task VSTest_takes_its_usual_options_and_claims_are_no_more_than_threads()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false);
        consumer.Write("xunit.runner.json", """{ "parallelMode": "all", "maxParallelThreads": 3 }""");
        consumer.Write("test.runsettings", """
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables>
                  <MULTIRUNNER_ROOT>elsewhere</MULTIRUNNER_ROOT>
                </EnvironmentVariables>
              </RunConfiguration>
              <DataCollectionRunSettings>
                <DataCollectors>
                  <DataCollector friendlyName="XPlat Code Coverage">
                    <Configuration>
                      <IncludeTestAssembly>true</IncludeTestAssembly>
                    </Configuration>
                  </DataCollector>
                </DataCollectors>
              </DataCollectionRunSettings>
            </RunSettings>
            """);

        var run = await consumer.Run(
            "dotnet", "test", "--filter", "DisplayName~trees: 5,", "--settings", "test.runsettings", "--collect", "XPlat Code Coverage", "--logger", "trx;LogFileName=run.trx", "--results-directory", "reports");

        Assert.True(run.ExitCode == 0, run.Console);
        var sweep = Path.Combine(consumer.Directory, "elsewhere", "Training.Train");
        Assert.Equal(6, Directory.GetFiles(Path.Combine(sweep, "ini"), "*_finished").Length);
        Assert.Equal(12, Directory.GetFiles(Path.Combine(sweep, "ini"), "*_to_run").Length);
        var claims = Directory.GetFiles(Path.Combine(sweep, "results")).Select(file => JsonNode.Parse(File.ReadAllText(file))!["metrics"]!["claims"]!.GetValue<double>()).ToList();
        Assert.InRange(claims.Max(), 2, 3);
        var reports = Path.Combine(consumer.Directory, "reports");
        Assert.Contains("outcome=\"Passed\"", File.ReadAllText(Path.Combine(reports, "run.trx")), StringComparison.Ordinal);
        var coverage = XDocument.Load(Directory.GetFiles(reports, "coverage.cobertura.xml", SearchOption.AllDirectories)[0]);
        Assert.Equal("1", coverage.Descendants("class").Single(c => c.Attribute("name")!.Value == "Penguins").Attribute("line-rate")!.Value);
    }

    [Fact]
    public async Task Three_test_executables_share_the_sweep_of_the_README()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false);
        var build = await consumer.Run("dotnet", "build");
        Assert.True(build.ExitCode == 0, build.Console);

        var executable = Path.Combine(consumer.Directory, "bin", "Debug", "net10.0", OperatingSystem.IsWindows() ? "Experiments.exe" : "Experiments");
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => consumer.Run(executable)));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Console));
        consumer.AssertComplete();
    }

    /// <summary>
    /// From a fresh clone, as often as MULTIRUNNER_BUILD_ROUNDS says, once without it. NuGet's own locks lie in /tmp, which several
    /// machines do not share.
    /// </summary>
    [Fact]
    public async Task Four_that_restore_build_and_run_at_the_same_moment_all_succeed()
    {
        var rounds = int.Parse(Environment.GetEnvironmentVariable("MULTIRUNNER_BUILD_ROUNDS") ?? "1", CultureInfo.InvariantCulture);
        using var consumer = feed.NewConsumer(testingPlatform: false, asSdk: true);
        await consumer.Restore();

        for (var round = 1; round <= rounds; round++)
        {
            consumer.Clean();
            var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(machine => consumer.RunOn(machine, "dotnet", "test")));

            Assert.All(runs, run => Assert.True(run.ExitCode == 0, $"Round {round}:\n{run.Console}"));
            consumer.AssertComplete();
            TestContext.Current.TestOutputHelper!.WriteLine($"Round {round}: {runs.Count(run => run.Console.Contains("Waiting for another build or restore of this project", StringComparison.Ordinal))} of 4 waited.");
        }
    }

    [Fact]
    public async Task A_lock_whose_holder_was_killed_does_not_block()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false);
        var first = await consumer.Run("bash", "-c", """
            dotnet build --disable-build-servers > first.log 2>&1 &
            until [ -e obj/Debug/net10.0/multirunner.lock.holder ]; do sleep 0.02; done
            kill -KILL $(grep -o '[0-9]*' obj/Debug/net10.0/multirunner.lock.holder | head -1)
            wait
            """);
        Assert.Equal(0, first.ExitCode);

        var second = await consumer.Run("dotnet", "build");

        Assert.True(second.ExitCode == 0, second.Console);
    }

    [Fact]
    public async Task The_tool_can_be_installed_and_reads_the_sweep()
    {
        using var consumer = feed.NewConsumer(testingPlatform: false);
        var tool = await feed.Tool;

        var run = await consumer.Run(tool, "run", "--workers", "2");
        var status = await consumer.Run(tool, "status");

        Assert.True(run.ExitCode == 0, run.Console);
        consumer.AssertComplete();
        Assert.Equal(0, status.ExitCode);
        Assert.Contains("Training.Train", status.Console, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MultiRunner.Core", "lib/net10.0/MultiRunner.Core.dll", "lib/net10.0/MultiRunner.Core.xml")]
    [InlineData("MultiRunner.Xunit", "lib/net10.0/MultiRunner.Xunit.dll", "lib/net10.0/MultiRunner.Xunit.xml", "Sdk/Sdk.props", "Sdk/Sdk.targets", "build/MultiRunner.Xunit.targets", "build/MultiRunner.Xunit.Checks.targets", "build/MultiRunner.Xunit.DefaultItems.targets", "buildTransitive/MultiRunner.Xunit.targets", "buildTransitive/MultiRunner.Xunit.Checks.targets", "buildTransitive/MultiRunner.Xunit.DefaultItems.targets", "tasks/netstandard2.0/MultiRunner.MSBuild.dll", "testing-platform/net10.0/MultiRunner.TestingPlatform.dll")]
    [InlineData("MultiRunner.Cli", "tools/net10.0/any/MultiRunner.Cli.dll", "tools/net10.0/any/DotnetToolSettings.xml")]
    public void A_package_holds_what_it_should(string id, params string[] files)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"{id}.{feed.Version}.nupkg"));
        var names = package.Entries.Select(e => e.FullName).ToList();

        Assert.All([.. files, "README.md", "LICENSE", "THIRD-PARTY-NOTICES.txt", "icon.png"], file => Assert.Contains(file, names));
        Assert.True(File.Exists(Path.Combine(feed.Packages, $"{id}.{feed.Version}.snupkg")));
    }

    /// <summary>They share internals.</summary>
    [Fact]
    public void MultiRunner_Xunit_asks_for_exactly_its_own_version_of_MultiRunner_Core()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"MultiRunner.Xunit.{feed.Version}.nupkg"));
        using var nuspec = new StreamReader(package.GetEntry("MultiRunner.Xunit.nuspec")!.Open());

        Assert.Contains($"""<dependency id="MultiRunner.Core" version="[{feed.Version}]" """, nuspec.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>The page of a sweep has a script of others inside it, which is taken from their package when the engine is built.</summary>
    [Fact]
    public void MultiRunner_Core_depends_on_no_package_for_what_is_inside_the_page()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"MultiRunner.Core.{feed.Version}.nupkg"));
        using var nuspec = new StreamReader(package.GetEntry("MultiRunner.Core.nuspec")!.Open());

        var dependencies = XDocument.Parse(nuspec.ReadToEnd()).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value);
        Assert.Equal(["ConsoleTables", "MathNet.Numerics", "Superpower", "Wcwidth"], dependencies.Order());
        Assert.DoesNotContain(package.Entries, e => e.FullName.EndsWith(".js", StringComparison.Ordinal));
    }
}
