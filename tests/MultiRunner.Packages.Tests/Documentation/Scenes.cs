namespace MultiRunner.Tests.Packages.Documentation;

/// <summary>
/// The directories in which the commands of the documents are run. They share one project, which is built once: a scene begins by
/// bringing the project back to what it was, with the sweep that belongs to the scene.
/// </summary>
public sealed class Scenes(Feed feed) : IAsyncLifetime
{
    private const string Nothing = "nothing";
    private const string Project = "project";
    private const string Finished = "sweep";
    private const string Failed = "failed";
    private const string Sweeps = "sweeps";
    private const string Failure = "SCENE_FAILS";

    private readonly Dictionary<string, byte[]> files = [];
    private readonly string path = Directory.CreateTempSubdirectory("multirunner-scenes-").FullName;
    private Consumer? project;
    private string? tools;

    /// <summary>The names of all scenes.</summary>
    public static IReadOnlyList<string> Names { get; } = [Nothing, Project, Finished, Failed];

    /// <summary>The version of the packages.</summary>
    public string Version => feed.Version;

    private Stage OfProject => new(project!.Directory, Path.Combine(path, "home"), tools);

    public async ValueTask InitializeAsync()
    {
        tools = Path.GetDirectoryName(await feed.Tool);
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
        MakeHome(OfProject.Home);
        foreach (var file in Directory.GetFiles(project.Directory))
            files.Add(file, File.ReadAllBytes(file));
        await Prepare(0, "dotnet", "build");
        await PrepareSweep(Finished, 0);
        await PrepareSweep(Failed, 1, $"{Failure}=1", "MULTIRUNNER_MAX_ERRORS=100");
    }

    public ValueTask DisposeAsync()
    {
        project?.Dispose();
        Directory.Delete(path, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a scene anew.</summary>
    public Stage Begin(string scene)
    {
        if (scene == Nothing)
            return BeginWithNothing();
        ResetProject();
        if (scene is Finished or Failed)
            Copy(Path.Combine(path, scene), Path.Combine(project!.Directory, Sweeps));
        return OfProject;
    }

    /// <summary>Runs commands as a user would type them, up to the first one that fails.</summary>
    public Task<(int ExitCode, string Console)> Run(Stage stage, string commands) => Start(stage, "bash", "-e", "-c", commands);

    private Task<(int ExitCode, string Console)> Start(Stage stage, params IEnumerable<string> command) =>
        Dotnet.Run("env", stage.Directory, feed.Cache, [.. stage.Variables, .. command]);

    private Stage BeginWithNothing()
    {
        // NuGet reads the configuration of the directory above, too. What one document installs is not there for the next one.
        var above = Directory.CreateDirectory(Path.Combine(path, $"nothing-{Path.GetRandomFileName()}")).FullName;
        File.Copy(Path.Combine(project!.Directory, "nuget.config"), Path.Combine(above, "nuget.config"));
        var home = Path.Combine(above, "home");
        MakeHome(home);
        return new(Directory.CreateDirectory(Path.Combine(above, "empty")).FullName, home, Tools: null);
    }

    private async Task Prepare(int expected, params string[] command)
    {
        var (exitCode, console) = await Start(OfProject, command);
        Assert.True(exitCode == expected, $"{string.Join(' ', command)}: exit code {exitCode}\n{console}");
    }

    private async Task PrepareSweep(string scene, int expected, params string[] variables)
    {
        var root = Path.Combine(path, scene);
        await Prepare(
            expected, ["env", $"MULTIRUNNER_ROOT={root}", .. variables, Path.Combine("bin", "Debug", "net10.0", "Experiments")]);
    }

    /// <summary>The package sources of the user are those of this machine.</summary>
    private static void MakeHome(string home)
    {
        var settings = Path.Combine(".nuget", "NuGet", "NuGet.Config");
        var given = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), settings);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home, settings))!);
        if (File.Exists(given))
            File.Copy(given, Path.Combine(home, settings));
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
