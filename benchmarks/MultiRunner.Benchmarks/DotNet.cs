using System.Diagnostics;
using System.Reflection;

namespace MultiRunner.Benchmarks;

/// <summary>Runs <c>dotnet</c> as a user does, and takes the time.</summary>
internal static class DotNet
{
    /// <summary>The variable for the directory of the sweeps.</summary>
    public const string Root = "MULTIRUNNER_ROOT";

    // A plain `dotnet test` of the solution passes the measured projects by.
    private const string AreTests = "-p:RunBenchmarkTests=true";

    /// <summary>Options of <c>dotnet test</c> for a project that <see cref="Build"/> has built.</summary>
    public static IReadOnlyList<string> BuiltTests { get; } = ["-c", "Release", "--no-build", AreTests];

    /// <summary>Builds a project.</summary>
    /// <param name="project">Its file.</param>
    /// <param name="options">Further options of <c>dotnet build</c>.</param>
    public static async ValueTask Build(string project, params string[] options) =>
        await Run(["build", project, "-c", "Release", AreTests, .. options], root: null);

    /// <summary>Runs a command, which must succeed, to its end.</summary>
    /// <param name="arguments">The command's arguments.</param>
    /// <param name="root">Where its sweeps go.</param>
    /// <param name="directory">Where it is started; null: here.</param>
    public static async ValueTask<DotNetRun> Run(string[] arguments, string? root, string? directory = null)
    {
        var command = new ChildCommand("dotnet", arguments)
        {
            Environment = new Dictionary<string, string?> { [Root] = root },
            Directory = directory,
        };
        var run = await ChildProcesses.Run([command], new ChildWatch());
        return run.ExitCodes[0] == 0
            ? new DotNetRun(run.Seconds, run.ProcessorSeconds, run.KernelSeconds, run.Outputs[0])
            : throw new InvalidOperationException($"{command} ended with {run.ExitCodes[0]}:\n{run.Outputs[0]}{run.Errors[0]}");
    }

    /// <summary>What git says of the repository; empty when it is not there.</summary>
    public static async Task<string> Git(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments)
            {
                RedirectStandardOutput = true,
                WorkingDirectory = Path.GetDirectoryName(Project("src/MultiRunner.Core")),
            })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }

    /// <summary>The file of a project, by its directory in the repository.</summary>
    public static string Project(string path)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var project = Path.Combine(directory.FullName, path, $"{Path.GetFileName(path)}.csproj");
            if (File.Exists(project))
                return project;
        }

        throw new InvalidOperationException($"{path} is not above '{AppContext.BaseDirectory}'. Run the benchmarks from the repository.");
    }

    /// <summary>A name and the version of an assembly beside the program of a project.</summary>
    public static string Version(string name, string project, string assembly)
    {
        var file = Path.Combine(Path.GetDirectoryName(Program(project))!, $"{assembly}.dll");
        return $"{name} {AssemblyName.GetAssemblyName(file).Version?.ToString(3)}";
    }

    /// <summary>The program that <see cref="Build"/> makes of a project.</summary>
    /// <param name="project">Its file.</param>
    public static string Program(string project) =>
        Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", $"{Path.GetFileNameWithoutExtension(project)}.dll");
}
