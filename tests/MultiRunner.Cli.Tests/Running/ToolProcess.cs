using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace MultiRunner.Cli.Tests.Running;

/// <summary><c>multirunner run</c> of subjects, in a process of its own, with a root of its own.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private const int Sigterm = 15;

    // Far longer than any run takes on a busy machine: it ends what hangs, and nothing else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly ILookup<string, string?> Metadata =
        typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToLookup(a => a.Key, a => a.Value);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("multirunner-cli-");
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private ToolProcess(string[] arguments, string? directory, params (string Name, string Value)[] environment)
    {
        root.CreateSubdirectory("sweeps");
        root.CreateSubdirectory("executions");
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "MultiRunner.Cli.dll"), "run", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? root.FullName,
        };
        start.Environment["MULTIRUNNER_ROOT"] = Sweeps;
        start.Environment["MULTIRUNNER_SPECULATION"] = "Never";
        start.Environment["SUBJECTS_EXECUTIONS"] = Executions;
        start.Environment["TMPDIR"] = root.FullName;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The root of its sweeps.</summary>
    public string Sweeps => Path.Combine(root.FullName, "sweeps");

    /// <summary>Where the subjects leave their marks.</summary>
    public string Executions => Path.Combine(root.FullName, "executions");

    /// <summary>Starts the tool with a command line of its own.</summary>
    public static ToolProcess Start(params string[] arguments) => new(arguments, directory: null);

    /// <summary>Starts workers for subjects that are already built.</summary>
    public static ToolProcess OfSubjects(string filter, params string[] own) => OfSubjects(filter, own, environment: []);

    /// <summary>The same, with further environment variables.</summary>
    public static ToolProcess OfSubjects(string filter, string[] own, params (string Name, string Value)[] environment) => Of("Subject", filter, own, environment);

    /// <summary>One worker for subjects that are already built, whose results a logger of <c>dotnet test</c> writes, too.</summary>
    public static ToolProcess OfLoggedSubjects(string filter, string logger) =>
        new(["--workers", "1", Metadata["Subject"].Single()!, "--no-build", "-c", Metadata["Configuration"].Single()!, "-p:RunSubjects=true", "--filter", filter, "--logger", logger], directory: null);

    /// <summary>Runs subjects without the tool, by their own executable.</summary>
    /// <param name="filter">Which, in the filter syntax of VSTest.</param>
    /// <param name="sweeps">Where their sweeps lie.</param>
    /// <param name="options">Further options of the executable.</param>
    public static async Task RunSubjects(string filter, string sweeps, params string[] options)
    {
        var executable = Path.Combine(Metadata["Subject"].Single()!, "bin", Metadata["Configuration"].Single()!, "net10.0", "Subjects.VSTest");
        var start = new ProcessStartInfo(executable, ["-filterVSTest", filter, "-noColor", .. options]) { RedirectStandardOutput = true };
        start.Environment["MULTIRUNNER_ROOT"] = sweeps;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The same for the subjects as they are after an edit, with the sweeps of an earlier run.</summary>
    public static ToolProcess OfEditedSubjects(string filter, ToolProcess earlier) => Of("EditedSubject", filter, [], ("MULTIRUNNER_ROOT", earlier.Sweeps));

    private static ToolProcess Of(string project, string filter, string[] own, params (string Name, string Value)[] environment) =>
        new([.. own, Metadata[project].Single()!, "--no-build", "-c", Metadata["Configuration"].Single()!, "-p:RunSubjects=true", "--filter", filter], directory: null, environment);

    /// <summary>The same in a project that is run by Microsoft.Testing.Platform, whose directory says so.</summary>
    public static ToolProcess OfTestingPlatformSubjects(string filter, params string[] own) =>
        new([.. own, "--no-build", "-c", Metadata["Configuration"].Single()!, "-p:RunSubjects=true", "--filter", filter], Metadata["TestingPlatformSubject"].Single()!);

    /// <summary>The names of the state files of a sweep; none before it is made.</summary>
    public IReadOnlyList<string> States(string sweep)
    {
        var ini = Path.Combine(Sweeps, $"Subjects.{sweep}", "ini");
        return Directory.Exists(ini) ? [.. Directory.EnumerateFiles(ini).Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])).Order(StringComparer.Ordinal)!] : [];
    }

    /// <summary>How often each point of a method was begun.</summary>
    public IReadOnlyList<int> ExecutionsOf(string method) =>
    [
        .. Directory.EnumerateFiles(Executions, $"{method}.*").Select(Path.GetFileName)
            .CountBy(name => int.Parse(name!.Split('.')[1], CultureInfo.InvariantCulture)).OrderBy(count => count.Key).Select(count => count.Value),
    ];

    /// <summary>The workers that finished points.</summary>
    public IReadOnlyList<string> WorkersOf(string sweep) =>
        [.. Directory.EnumerateFiles(Path.Combine(Sweeps, $"Subjects.{sweep}", "workers")).Select(Path.GetFileNameWithoutExtension)!];

    /// <summary>Waits for a point that runs, and returns the id of the test process that runs it.</summary>
    public async Task<int> RunningProcess(string sweep)
    {
        var clock = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (States(sweep).FirstOrDefault(name => name.Contains("_running.", StringComparison.Ordinal)) is { } claim)
                return int.Parse(claim.Split('-')[^2], CultureInfo.InvariantCulture);
            if (process.HasExited || TimeProvider.System.GetElapsedTime(clock) > Patience)
                Assert.Fail($"No point of {sweep} was ever seen running.\n{await output}{await error}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Terminate()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Assert.Equal(0, Kill(process.Id, Sigterm));
    }

    public static void KillProcess(int id)
    {
        using var killed = Process.GetProcessById(id);
        killed.Kill();
    }

    /// <summary>The process group of a process.</summary>
    public static int GroupOf(int id)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], CultureInfo.InvariantCulture);
    }

    /// <summary>Waits for its end.</summary>
    public async Task<ToolResult> Exit()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        await process.WaitForExitAsync(limit.Token);
        await Task.WhenAll(output, error).WaitAsync(limit.Token);
        return new ToolResult(process.ExitCode, await output, await error);
    }

    /// <summary>The command lines of all processes that have this run's root in their environment.</summary>
    public IReadOnlyList<string> ProcessesLeft()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        var left = new List<string>();
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                if (File.ReadAllText($"{directory}/environ").Contains(Sweeps, StringComparison.Ordinal))
                    left.Add(File.ReadAllText($"{directory}/cmdline").Replace('\0', ' '));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended, or is not ours.
            }
        }

        return left;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        root.Delete(recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
