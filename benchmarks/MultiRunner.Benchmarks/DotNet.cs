using System.Diagnostics;

namespace MultiRunner.Benchmarks;

/// <summary>Runs <c>dotnet</c> as a user does, and takes the time.</summary>
internal static class DotNet
{
    private const string Root = "MULTIRUNNER_ROOT";

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
    public static async ValueTask<DotNetRun> Run(string[] arguments, string? root)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(Root);
        if (root is not null)
            start.Environment[Root] = root;
        var before = ChildProcesses.ProcessorSeconds();
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var after = ChildProcesses.ProcessorSeconds();
        return process.ExitCode == 0
            ? new DotNetRun(seconds, after.All - before.All, after.Kernel - before.Kernel, output)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{await errors}");
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
}
