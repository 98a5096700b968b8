using System.Diagnostics;

namespace MultiRunner.Tests.Running;

/// <summary>
/// Real servers on this machine. A script sets them up when the first test asks for them, and takes them down after the last.
/// </summary>
/// <param name="folder">The folder of the script in tests/; its install.sh installs what the script needs.</param>
/// <param name="script">The script.</param>
/// <param name="programs">The programs that it needs.</param>
public abstract class ScriptedServers(string folder, string script, params IReadOnlyList<string> programs) : IAsyncDisposable
{
    // Far longer than any action takes on a busy machine: it ends what hangs, and nothing else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string remedy = $"sudo tests/{folder}/install.sh";
    private int runs;
    private Task? up;

    /// <summary>Everything that the script makes lies below it.</summary>
    protected string Location { get; } = Directory.CreateTempSubdirectory("multirunner-servers-").FullName;

    /// <summary>The absolute path of the script.</summary>
    protected string Script { get; } = Path.GetFullPath(Path.Combine(SubjectRunner.ProjectDirectory, "..", folder, script));

    /// <summary>Sets them up, once; skips the test where that cannot be done.</summary>
    public Task Up()
    {
        Requirements.Need(OperatingSystem.IsLinux(), "These servers run on Linux only.");
        foreach (var program in programs)
            Requirements.NeedProgram(program, remedy);
        Requirements.Need(Environment.IsPrivilegedProcess, "Only root can set these servers up; run the tests with sudo.");
        NeedMore();
        return up ??= Run("up");
    }

    public async ValueTask DisposeAsync()
    {
        if (up is not null)
            await Run("down");
        Directory.Delete(Location, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where something else is missing.</summary>
    protected virtual void NeedMore()
    {
    }

    /// <summary>Runs the script to its end.</summary>
    protected Task Run(string action, params IEnumerable<string> arguments) => Run(Location, [], action, arguments);

    /// <summary>Runs the script to its end, and returns what it wrote.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="environment">Further environment variables.</param>
    /// <param name="action">Its action.</param>
    /// <param name="arguments">What follows the directory of the servers.</param>
    protected async Task<string> Run(string directory, IEnumerable<(string Name, string? Value)> environment, string action, params IEnumerable<string> arguments)
    {
        // To a file, for a daemon that is started keeps what it inherits open for as long as it lives.
        var log = Path.Combine(Location, $"{action}-{Interlocked.Increment(ref runs)}.out");
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log, Script, action, Location, .. arguments]) { WorkingDirectory = directory };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        var command = string.Join(' ', [Script, action, Location, .. arguments]);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{command}' did not end:\n{await File.ReadAllTextAsync(log)}");
        }

        var output = await File.ReadAllTextAsync(log);
        Assert.True(process.ExitCode == 0, $"'{command}' ended with exit code {process.ExitCode}:\n{output}");
        return output;
    }
}
