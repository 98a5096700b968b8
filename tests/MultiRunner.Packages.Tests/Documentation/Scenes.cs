namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>
/// The directories in which the commands of the documents are run. They share one project, which is built once: a scene begins by
/// bringing the project back to what it was, with the sweep that belongs to the scene.
/// </summary>
public sealed class Scenes : IAsyncLifetime
{
    private const string Nothing = "nothing";
    private const string Project = "project";
    private const string Finished = "sweep";
    private const string Failed = "failed";
    private const string Sweeps = "sweeps";
    private const string Failure = "SCENE_FAILS";

    private readonly Feed feed = new();
    private readonly Dictionary<string, byte[]> files = [];
    private readonly string path = Directory.CreateTempSubdirectory("multirunner-scenes-").FullName;
    private Consumer? project;

    /// <summary>The names of all scenes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Nothing, Project, Finished, Failed];

    /// <summary>The version of the packages.</summary>
    public string Version => feed.Version;

    private string Home => Path.Combine(path, "home");

    private string Tools => Path.Combine(path, "tools");

    public async ValueTask InitializeAsync()
    {
        await feed.InitializeAsync();
        MakeHome();
        project = feed.NewConsumer(testingPlatform: false);
        project.Write("Penguins.cs", $$"""
            using System;

            public record Scores(double Accuracy, double LogLoss);

            public static class Penguins
            {
                public static Scores CrossValidate(int trees, int leaves, double learningRate) =>
                    leaves == 8 && learningRate > 0.1 && Environment.GetEnvironmentVariable("{{Failure}}") is not null
                        ? throw new InvalidOperationException("Eight leaves need a smaller learning rate.")
                        : new(1 - 1.0 / (trees * leaves), learningRate);
            }
            """);
        foreach (var file in Directory.GetFiles(project.Directory))
            files.Add(file, File.ReadAllBytes(file));
        await Prepare(0, "dotnet", "tool", "install", "MultiRunner.Cli", "--tool-path", Tools, "--version", feed.Version);
        await Prepare(0, "dotnet", "build");
        await PrepareSweep(Finished, 0);
        await PrepareSweep(Failed, 1, $"{Failure}=1", "MULTIRUNNER_MAX_ERRORS=100");
    }

    public async ValueTask DisposeAsync()
    {
        project?.Dispose();
        Directory.Delete(path, recursive: true);
        await feed.DisposeAsync();
    }

    /// <summary>Makes a scene anew and returns its directory.</summary>
    public string Begin(string scene)
    {
        if (scene == Nothing)
        {
            // NuGet reads the configuration of the directory above, too.
            var above = Directory.CreateDirectory(Path.Combine(path, $"nothing-{Path.GetRandomFileName()}")).FullName;
            File.Copy(Path.Combine(project!.Directory, "nuget.config"), Path.Combine(above, "nuget.config"));
            return Directory.CreateDirectory(Path.Combine(above, "empty")).FullName;
        }

        ResetProject();
        if (scene is Finished or Failed)
            Copy(Path.Combine(path, scene), Path.Combine(project!.Directory, Sweeps));
        return project!.Directory;
    }

    /// <summary>Runs commands as a user would type them, up to the first one that fails.</summary>
    public Task<(int ExitCode, string Console)> Run(string directory, string commands) => Run(directory, [], "bash", "-e", "-c", commands);

    private Task<(int ExitCode, string Console)> Run(string directory, string[] variables, params string[] command)
    {
        var search = string.Join(':', Tools, Path.Combine(Home, ".dotnet", "tools"), Environment.GetEnvironmentVariable("PATH"));
        string[] all =
        [
            $"PATH={search}", $"DOTNET_CLI_HOME={Home}", "DOTNET_NOLOGO=1", "DOTNET_CLI_TELEMETRY_OPTOUT=1",
            "DOTNET_GENERATE_ASPNET_CERTIFICATE=false", "DOTNET_ADD_GLOBAL_TOOLS_TO_PATH=false", .. variables, .. command,
        ];
        return Dotnet.Run("env", directory, feed.Cache, all);
    }

    private async Task Prepare(int expected, params string[] command)
    {
        var (exitCode, console) = await Run(project!.Directory, [], command);
        Assert.True(exitCode == expected, $"{string.Join(' ', command)}: exit code {exitCode}\n{console}");
    }

    private async Task PrepareSweep(string scene, int expected, params string[] variables)
    {
        var root = Path.Combine(path, scene);
        await Prepare(
            expected, ["env", $"MULTIRUNNER_ROOT={root}", .. variables, Path.Combine("bin", "Debug", "net10.0", "Experiments")]);
    }

    /// <summary>With templates and tools of its own. The package sources of the user are those of this machine.</summary>
    private void MakeHome()
    {
        var settings = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        var given = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), settings);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Home, settings))!);
        if (File.Exists(given))
            File.Copy(given, Path.Combine(Home, settings));
    }

    /// <summary>Files that are as they were keep their times, so that the next build finds them up to date.</summary>
    private void ResetProject()
    {
        foreach (var directory in Directory.GetDirectories(project!.Directory))
        {
            if (Path.GetFileName(directory) is not ("bin" or "obj"))
                Directory.Delete(directory, recursive: true);
        }

        foreach (var file in Directory.GetFiles(project.Directory).Where(file => !files.ContainsKey(file)))
            File.Delete(file);
        foreach (var (file, content) in files)
        {
            if (!File.Exists(file) || !content.AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                File.WriteAllBytes(file, content);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var directory in Directory.GetDirectories(from))
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));
    }
}
