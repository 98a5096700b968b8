using System.Reflection;

namespace MultiRunner.Tests.Packages;

/// <summary>The packages, packed into a directory, and a package cache of its own that has never seen them.</summary>
public sealed class Feed : IAsyncLifetime
{
    private static readonly ILookup<string, string?> Metadata =
        typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    private readonly string path = Directory.CreateTempSubdirectory("multirunner-feed-").FullName;
    private readonly Lazy<Task<string>> tool;

    public Feed() => tool = new(InstallTool);

    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot => Metadata["RepositoryRoot"].Single()!;

    /// <summary>The packages.</summary>
    public string Packages => Path.Combine(path, "packages");

    /// <summary>The value of NUGET_PACKAGES.</summary>
    public string Cache => Path.Combine(path, "cache");

    /// <summary>The version of the packages.</summary>
    public string Version { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["MultiRunner.Core", "MultiRunner.Xunit", "MultiRunner.Cli", "MultiRunner.Templates"])
            await Pack(project);
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Packages, "MultiRunner.Core.*.nupkg").Single())["MultiRunner.Core.".Length..];
    }

    /// <summary>The path of the tool, which is installed from the packages once.</summary>
    public Task<string> Tool => tool.Value;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new directory of somebody else's, with their project.</summary>
    /// <param name="testingPlatform">Whether its tests are run by Microsoft.Testing.Platform; else by VSTest.</param>
    /// <param name="asSdk">Whether it names MultiRunner.Xunit as an MSBuild SDK; else as a package.</param>
    public Consumer NewConsumer(bool testingPlatform, bool asSdk = false) => new(this, testingPlatform, asSdk);

    private async Task Pack(string project)
    {
        // With the cache of this repository's own build, for nothing of it is under test here.
        var (exitCode, console) = await Dotnet.Run(
            "dotnet",
            RepositoryRoot,
            Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
            "pack", "--no-build", "-c", Metadata["Configuration"].Single()!, "-o", Packages, Path.Combine("src", project));
        Assert.True(exitCode == 0, console);
    }

    private async Task<string> InstallTool()
    {
        var directory = Path.Combine(path, "tool");
        var (exitCode, console) = await Dotnet.Run("dotnet", path, Cache, "tool", "install", "MultiRunner.Cli", "--tool-path", directory, "--add-source", Packages, "--version", Version);
        Assert.True(exitCode == 0, console);
        return Path.Combine(directory, "multirunner");
    }
}
