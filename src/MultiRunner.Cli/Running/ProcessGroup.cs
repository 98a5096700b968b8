using System.Diagnostics;
using System.Globalization;
using MultiRunner.Gpus;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>
/// A command in a process group of its own, so that a signal reaches all its processes. When <c>dotnet test</c> alone gets SIGTERM,
/// it exits with 0 and leaves its test process running. Where there is no <c>setsid</c>, a signal kills the process tree at once.
/// </summary>
internal sealed class ProcessGroup : IDisposable
{
    public const int Sigterm = 15;
    public const int Sigkill = 9;

    private const string Setsid = "setsid";

    private readonly Process process;
    private readonly bool isGroup;

    private ProcessGroup(Process process, bool isGroup) => (this.process, this.isGroup) = (process, isGroup);

    /// <summary>Whether the command itself has ended; others of its group may still run.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>The exit code of the command; 128 plus the number of the signal when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Whether no process of the group runs any more.</summary>
    public bool IsEmpty => process.HasExited && (!isGroup || !Members(process.Id).Any());

    /// <summary>Starts a command.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="log">The file that the command writes to; null: it writes where this process does.</param>
    /// <param name="environment">Further environment variables.</param>
    /// <exception cref="UsageException">The command cannot be started.</exception>
    public static ProcessGroup Start(IReadOnlyList<string> command, string? log, IReadOnlyDictionary<string, string> environment)
    {
        // A child of this process leads no group, so setsid does not fork: the id of the process is that of the group.
        var isGroup = OperatingSystem.IsLinux() && ToolProcess.Find(Setsid, Environment.GetEnvironmentVariable("PATH")) is not null;
        string[] toFile = log is null || OperatingSystem.IsWindows() ? [] : ["sh", "-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log];
        string[] all = [.. isGroup ? new[] { Setsid } : [], .. toFile, .. command];
        var start = new ProcessStartInfo(all[0], all[1..]);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.RedirectStandardOutput = start.RedirectStandardError = log is not null && OperatingSystem.IsWindows();
        try
        {
            var process = Process.Start(start)!;
            if (start.RedirectStandardOutput)
                Copy(process, log!);
            return new ProcessGroup(process, isGroup);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new UsageException(
                $"'{command[0]}' has to be on the PATH, but '{all[0]}' cannot be started: {e.Message}. Install it, or correct the PATH.");
        }
    }

    /// <summary>Sends a signal to all processes of the group that are left.</summary>
    public void Signal(int number)
    {
        if (isGroup)
        {
            // The signal is sent only while the group has members. Later its number may belong to another group.
            if (Members(process.Id).Any())
                Posix.Signal(-process.Id, number);
        }
        else if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public Task WaitForExit(CancellationToken cancellation) => process.WaitForExitAsync(cancellation);

    public void Dispose() => process.Dispose();

    /// <summary>The processes of a group that have not ended.</summary>
    private static IEnumerable<int> Members(int group)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && ProcessStat.Read(id) is { HasEnded: false } stat
                && stat.Group == group.ToString(CultureInfo.InvariantCulture))
            {
                yield return id;
            }
        }
    }

    private static void Copy(Process process, string log)
    {
        var file = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => file.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => file.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }
}
