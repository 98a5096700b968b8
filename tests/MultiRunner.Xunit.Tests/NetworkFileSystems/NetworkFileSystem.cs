using System.Diagnostics;

namespace MultiRunner.Tests.NetworkFileSystems;

/// <summary>
/// A real network file system on this machine. A script in tests/file-systems sets it up when the first test asks for it, and
/// takes it down after the last.
/// </summary>
/// <param name="script">The script.</param>
/// <param name="device">The device file that its clients need.</param>
/// <param name="programs">The programs that it needs.</param>
public abstract class NetworkFileSystem(string script, string device, params IReadOnlyList<string> programs) : IAsyncDisposable
{
    private const string Remedy = "sudo tests/file-systems/install.sh";

    private Task? up;

    /// <summary>Everything that the script makes lies below it.</summary>
    protected string Location { get; } = Directory.CreateTempSubdirectory("multirunner-fs-").FullName;

    /// <summary>The absolute path of the script.</summary>
    protected string Script { get; } = Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "..", "file-systems", script));

    /// <summary>Sets it up, once; skips the test where that cannot be done.</summary>
    public Task Up()
    {
        Requirements.Need(OperatingSystem.IsLinux(), "Network file systems are set up on Linux only.");
        foreach (var program in programs)
            Requirements.NeedProgram(program, Remedy);
        Requirements.Need(Environment.IsPrivilegedProcess, "Only root can mount file systems; run the tests with sudo.");
        Requirements.Need(File.Exists(device), $"{device} is not there; load its kernel module, or give the container the device.");
        return up ??= Run("up");
    }

    public async ValueTask DisposeAsync()
    {
        if (up is not null)
            await Run("down");
        Directory.Delete(Location, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// A root whose sweeps are looked at where the server keeps them, so that the test sees what is really there and not what
    /// a client has in its cache.
    /// </summary>
    /// <param name="directory">The server's directory, relative to <see cref="Location"/>.</param>
    protected TempRoot RootIn(string directory) => RootIn(directory, Path.GetRandomFileName());

    /// <summary>The same for a root that has its place in there.</summary>
    protected TempRoot RootIn(params string[] path) => new(Path.Combine([Location, .. path]));

    /// <summary>What makes a worker find the sweeps of a root through a mount.</summary>
    /// <param name="root">The root.</param>
    /// <param name="mount">The mount, relative to <see cref="Location"/>.</param>
    protected (string Name, string? Value) Through(TempRoot root, string mount) =>
        ("MULTIRUNNER_ROOT", Path.Combine(Location, mount, Path.GetFileName(root.Sweeps)));

    /// <summary>Runs the script to its end.</summary>
    protected async Task Run(string action, params IEnumerable<string> arguments)
    {
        // To a file, for a daemon that is started keeps what it inherits open for as long as it lives.
        var log = Path.Combine(Location, $"{action}.out");
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log, Script, action, Location, .. arguments]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"'{Script} {action} {Location}' ended with exit code {process.ExitCode}:\n{await File.ReadAllTextAsync(log)}");
    }
}
