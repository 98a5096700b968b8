using System.IO.Compression;
using System.Text.Json.Nodes;

namespace MultiRunner.Tests.Packages;

/// <summary>From nothing to a sweep, as somebody does it who has the .NET SDK and has read how to install the template.</summary>
public sealed class TemplateTests(Feed feed)
{
    [Theory]
    [InlineData("vstest", "my-tests")]
    [InlineData("mtp", "MyTests")]
    public async Task A_project_of_the_template_runs_reports_and_runs_nothing_again(string runner, string name)
    {
        using var user = new UserDirectory(feed);
        string[] hive = ["--debug:custom-hive", Path.Combine(user.Directory, "hive")];

        await user.Succeed("", ["new", "install", $"MultiRunner.Templates@{feed.Version}", .. hive]);
        await user.Succeed("", ["new", "sweep", "-o", name, "--runner", runner, .. hive]);
        var first = await user.Succeed(name, "test");
        var second = await user.Succeed(name, "test");
        var status = await user.RunIn(name, await feed.Tool, "status");

        var sweep = $"{name.Replace('-', '_')}.LineFit.Fit";
        Assert.Contains("Best: loss = ", first, StringComparison.Ordinal);
        Assert.Matches("(?i)skipped: *18", second);
        Assert.True(status.ExitCode == 0, status.Console);
        Assert.Contains($"{sweep}: 18 points: 0 to run, 0 running, 18 finished, 0 failed", status.Console, StringComparison.Ordinal);
        Assert.Contains("sweeps/", File.ReadAllLines(Path.Combine(user.Directory, name, ".gitignore")));
        Assert.DoesNotContain("#if", File.ReadAllText(Path.Combine(user.Directory, name, "LineFit.cs")), StringComparison.Ordinal);
        Assert.Equal(runner == "mtp", File.Exists(Path.Combine(user.Directory, name, "global.json")));
    }

    /// <summary>Its version is that of this package, and the others are those that this repository is tested with.</summary>
    [Fact]
    public void The_project_of_the_template_has_the_versions_of_this_repository()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"MultiRunner.Templates.{feed.Version}.nupkg"));
        var project = Read(package, "content/Sweep/Company.SweepProject1.csproj");
        var central = File.ReadAllText(Path.Combine(Feed.RepositoryRoot, "Directory.Packages.props"));

        var references = System.Text.RegularExpressions.Regex.Matches(project, "<PackageReference (Include=\"(.*)\" Version=\"(.*)\") />");
        Assert.Equal(
            ["MultiRunner.Xunit", "Microsoft.NET.Test.Sdk", "xunit.runner.visualstudio", "xunit.v3.mtp-off", "xunit.v3"],
            references.Select(r => r.Groups[2].Value));
        Assert.Equal(feed.Version, references[0].Groups[3].Value);
        Assert.All(references.Skip(1), r => Assert.Contains($"<PackageVersion {r.Groups[1].Value} />", central, StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_of_templates_holds_what_it_should()
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Packages, $"MultiRunner.Templates.{feed.Version}.nupkg"));
        var names = package.Entries.Select(e => e.FullName).ToList();

        Assert.All(
            ["README.md", "LICENSE", "icon.png", "content/Sweep/.gitignore", "content/Sweep/LineFit.cs", "content/Sweep/.template.config/template.json"],
            file => Assert.Contains(file, names));
        Assert.DoesNotContain(names, name => name.EndsWith(".dll", StringComparison.Ordinal));
        Assert.Contains("""<packageType name="Template" />""", Read(package, "MultiRunner.Templates.nuspec"), StringComparison.Ordinal);
        var template = JsonNode.Parse(Read(package, "content/Sweep/.template.config/template.json"))!;
        Assert.Equal("sweep", template["shortName"]!.GetValue<string>());
    }

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
