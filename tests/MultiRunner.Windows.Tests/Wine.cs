using System.Diagnostics;

namespace MultiRunner.Tests.Windows;

/// <summary>Runs programs for Windows. They are built, with the runtime beside them, when the first test asks for one.</summary>
public sealed class Wine : IAsyncDisposable
{
    // Where the root of this system is a drive.
    private const string Drive = "Z:";

    private const string Subjects = "Subjects.VSTest";

    private static readonly string[] Foreign = ["MSBUILD", "VSTEST", "DOTNET_", "MULTIRUNNER_"];

    private readonly string location = Directory.CreateTempSubdirectory("multirunner-wine-").FullName;

    // It stays, so that a later run builds only what has changed.
    private readonly string artifacts = Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "obj", "wine"));

    private readonly Lazy<Task> up;

    public Wine() => up = new(() => Task.WhenAll(SetUp(), Build()));

    /// <summary>A path of this system, as programs for Windows see it.</summary>
    public static string PathOf(string path) => Drive + path;

    /// <summary>Starts a worker at sweeps of the subjects.</summary>
    /// <param name="root">Where its files go.</param>
    /// <param name="filter">Which, in the filter syntax of VSTest.</param>
    /// <param name="environment">Further environment variables.</param>
    internal async Task<WorkerProcess> Start(TempRoot root, string filter, params (string Name, string? Value)[] environment)
    {
        await Need();
        return WorkerProcess.StartIn(
            root.Reports,
            ["wine", Program(Subjects), "-filterVSTest", filter, "-noColor", "-noLogo"],
            [.. Environment, .. EnvironmentOf(root), .. environment]);
    }

    /// <summary>Starts the command-line tool, with a program that stands in for <c>dotnet</c> and starts a worker.</summary>
    internal async Task<WorkerProcess> StartTool(
        TempRoot root, IReadOnlyList<string> arguments, params (string Name, string? Value)[] environment)
    {
        await Need();
        return WorkerProcess.StartIn(
            root.Reports,
            ["wine", Program("MultiRunner.Cli"), .. arguments],
            [
                .. Environment, .. EnvironmentOf(root), .. environment,
                ("WINEPATH", PathOf(OutputOf("DotnetStandIn"))), ("SUBJECTS_PROGRAM", PathOf(Program(Subjects))),
            ]);
    }

    /// <summary>Runs the tests of a class of another test project.</summary>
    internal async Task<WorkerExit> RunTests(string project, string name)
    {
        await Need();

        // Wine 8 crashes or hangs now and then when .NET compiles a method again, and when it collects. A test method that throws and is
        // not async always hangs; the verbose reporter names it, for it began last.
        await using var process = WorkerProcess.StartIn(
            location,
            ["wine", Program(project), "-class", $"{project}.{name}", "-reporter", "verbose", "-parallelMode", "none", "-noColor"],
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

    private static (string Name, string? Value)[] EnvironmentOf(TempRoot root) =>
        [("MULTIRUNNER_ROOT", PathOf(root.Sweeps)), ("SUBJECTS_EXECUTIONS", PathOf(root.Executions))];

    /// <summary>Sets Wine up while the programs are built.</summary>
    private async Task Need()
    {
        Requirements.Need(OperatingSystem.IsLinux(), "Wine is tried on Linux only; on Windows, run the other test projects.");
        Requirements.NeedProgram("wine", "sudo tests/windows/install.sh");
        await up.Value;
    }

    private async Task SetUp()
    {
        // On a busy machine Wine 8 once left a prefix in which kernel32.dll was missing. Then it is made anew.
        if (await Run("wineboot", ["-i"], mustSucceed: false) != 0)
        {
            await Run("wineserver", ["-k"], mustSucceed: false);
            if (Directory.Exists(Path.Combine(location, "prefix")))
                Directory.Delete(Path.Combine(location, "prefix"), recursive: true);
            await Run("wineboot", ["-i"]);
        }

        await Run("wine", ["winecfg", "/v", "win10"]);
    }

    // All in one process of MSBuild: a node that another build on this machine has started, and ends, would be the end of this build.
    private Task<int> Build() => Run("dotnet",
    [
        "msbuild", Path.Combine(SubjectRunner.ProjectDirectory, "..", "windows", "Programs.proj"), $"-p:ArtifactsPath={artifacts}",
        "-restore", "-m:1", "-nodeReuse:false", "-v:quiet", "-nologo",

        // They have run in the build of this repository, and would take more than a third of the time of this one.
        "-p:RunAnalyzers=false",
    ]);

    private string OutputOf(string project) => Path.Combine(artifacts, "bin", project, "release_win-x64");

    private string Program(string project) => Path.Combine(OutputOf(project), $"{project}.exe");

    /// <summary>Runs a program to its end, and returns its exit code.</summary>
    private async Task<int> Run(string program, IReadOnlyList<string> arguments, bool mustSucceed = true)
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
        return process.ExitCode;
    }
}
