using System.Collections.Concurrent;
using System.Diagnostics;

namespace MultiRunner.Tests.Windows;

/// <summary>Runs programs for Windows. They are published, with the runtime in them, when the first test asks for one.</summary>
public sealed class Wine : IAsyncDisposable
{
    // Where the root of this system is a drive.
    private const string Drive = "Z:";

    private static readonly string[] Foreign = ["MSBUILD", "VSTEST", "DOTNET_", "MULTIRUNNER_"];

    private readonly string location = Directory.CreateTempSubdirectory("multirunner-wine-").FullName;

    // It stays, so that a later run builds only what has changed.
    private readonly string artifacts = Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "obj", "wine"));

    private readonly Lazy<Task> up;
    private readonly Lazy<Task<string>> subjects;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> tests = [];

    public Wine()
    {
        up = new(SetUp);
        subjects = new(() => Publish("Subjects.VSTest", "-p:SubjectsForWine=true"));
    }

    /// <summary>A path of this system, as programs for Windows see it.</summary>
    public static string PathOf(string path) => Drive + path;

    /// <summary>Starts a worker at sweeps of the subjects.</summary>
    /// <param name="root">Where its files go.</param>
    /// <param name="filter">Which, in the filter syntax of VSTest.</param>
    /// <param name="environment">Further environment variables.</param>
    internal async Task<WorkerProcess> Start(TempRoot root, string filter, params (string Name, string? Value)[] environment)
    {
        await Need(subjects);
        return WorkerProcess.StartIn(
            root.Reports,
            ["wine", await subjects.Value, "-filterVSTest", filter, "-noColor", "-noLogo"],
            [.. Environment, ("MULTIRUNNER_ROOT", PathOf(root.Sweeps)), ("SUBJECTS_EXECUTIONS", PathOf(root.Executions)), .. environment]);
    }

    /// <summary>Runs the tests of a class of another test project.</summary>
    internal async Task<WorkerExit> RunTests(string project, string name)
    {
        // One project is published for VSTest and as it is after an edit, and both have one name. Nobody runs them here.
        var program = tests.GetOrAdd(project, _ => new(() => Publish(project, "-p:ErrorOnDuplicatePublishOutputFiles=false")));
        await Need(program);

        // Wine 8 crashes or hangs now and then when .NET compiles a method again, and when it collects. What throws hundreds of times is left
        // out: some of it is enough for a hang.
        await using var process = WorkerProcess.StartIn(
            location,
            ["wine", await program.Value, "-class", $"{project}.{name}", "-method-", "*Errors_that_may_pass*", "-parallelMode", "none", "-noColor"],
            [.. Environment, ("DOTNET_TieredCompilation", "0"), ("DOTNET_GCgen0size", "0x10000000")]);
        return await process.Exit();
    }

    public async ValueTask DisposeAsync()
    {
        if (up.IsValueCreated)
            await Run("wineserver", ["-k"], mustSucceed: false);
        Directory.Delete(location, recursive: true);
    }

    private (string Name, string? Value)[] Environment =>
    [
        ("WINEPREFIX", Path.Combine(location, "prefix")),
        ("WINEDEBUG", "-all"),

        // No debugger, so that a crash has an exit code of its own.
        ("WINEDLLOVERRIDES", "winedbg.exe=d"),
    ];

    /// <summary>Sets Wine up while a program is published.</summary>
    private async Task Need(Lazy<Task<string>> program)
    {
        Requirements.Need(OperatingSystem.IsLinux(), "Wine is tried on Linux only; on Windows, run the other test projects.");
        Requirements.NeedProgram("wine", "sudo tests/windows/install.sh");
        await Task.WhenAll(up.Value, program.Value);
    }

    private async Task SetUp()
    {
        await Run("wineboot", ["-i"]);
        await Run("wine", ["winecfg", "/v", "win10"]);
    }

    private async Task<string> Publish(string project, params string[] options)
    {
        var directory = Path.Combine(artifacts, "publish", project);
        var path = Path.Combine(SubjectRunner.ProjectDirectory, "..", project);
        await Run("dotnet",
        [
            "publish", path, "-c", "Release", "-r", "win-x64", "--self-contained", "--artifacts-path", artifacts, "-o", directory, "-v", "quiet",
            // They have run in the build of this repository, and would take more than a third of the time of this one.
            "-p:RunAnalyzers=false",
            .. options,
        ]);
        return Path.Combine(directory, $"{project}.exe");
    }

    private async Task Run(string program, IReadOnlyList<string> arguments, bool mustSucceed = true)
    {
        // To a file, for Wine leaves servers behind that keep open what they inherit.
        var log = Path.Combine(location, $"{Path.GetRandomFileName()}.log");
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log, program, .. arguments]);
        foreach (var name in start.Environment.Keys.Where(name => Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(CancellationToken.None);
        if (mustSucceed)
            Assert.True(process.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' ended with exit code {process.ExitCode}:\n{await File.ReadAllTextAsync(log)}");
    }
}
