using System.Text.RegularExpressions;

namespace MultiRunner.Tests.Packages;

/// <summary>What MSBuild says of each wrong project. All of them are restored by one process, and their targets run in another.</summary>
public sealed partial class WrongProjects(Feed feed) : IAsyncLifetime
{
    private readonly UserDirectory user = new(feed);
    private string console = "";

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, project) in WrongProject.All)
            user.Write($"{name}/{name}.csproj", project.File(feed.Version));
        var projects = string.Join(';', WrongProject.All.Keys.Select(Path));
        var checks = WrongProject.All.Select(p =>
            $"""<MSBuild Projects="{Path(p.Key)}" Targets="{p.Value.Target}" ContinueOnError="true" />""");
        user.Write("all.proj", $"""
            <Project>
              <Target Name="Restore">
                <MSBuild Projects="{projects}" Targets="Restore" Properties="ExcludeRestorePackageImports=true" />
              </Target>
              <Target Name="Check">
                {string.Concat(checks)}
              </Target>
            </Project>
            """);
        await user.Succeed("", "msbuild", "all.proj", "-t:Restore", "-v:q");
        console = (await user.Run("dotnet", "msbuild", "all.proj", "-t:Check", "-v:m", "-tl:off")).Console;
    }

    public ValueTask DisposeAsync()
    {
        user.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The code and the text of each error of a project.</summary>
    public IReadOnlyList<(string Code, string Text)> ErrorsOf(string name) =>
        [
            .. Errors().Matches(console)
                .Where(m => m.Groups["project"].Value == name)
                .Select(m => (m.Groups["code"].Value, m.Groups["text"].Value))
                .Distinct(),
        ];

    /// <summary>What it says beside errors.</summary>
    public IReadOnlyList<string> Messages =>
        [.. console.Split('\n').Where(line => !Errors().IsMatch(line)).Select(line => line.Trim())];

    private static string Path(string name) => $"{name}/{name}.csproj";

    // The project stands behind the text in brackets, or, where the error is one of its file, before it.
    [GeneratedRegex(@"(?m)^\s*(\S*?(?<project>\w+)\.csproj : (error|warning) (?<code>\w+): (?<text>.*?)|.*: (error|warning) (?<code>\w*) ?: (?<text>.*) \[\S*?(?<project>\w+)\.csproj\])\r?$")]
    private static partial Regex Errors();
}
