using System.ComponentModel;
using System.Diagnostics;

namespace MultiRunner.Cli.Running;

/// <summary>
/// A command with all the processes that it starts, so that all of them can be told to end. When <c>dotnet test</c> alone gets SIGTERM, it
/// exits with 0 and leaves its test process running.
/// </summary>
internal abstract class ProcessGroup(Process process) : IDisposable
{
    /// <summary>Whether the command itself has ended; others of its group may still run.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>The exit code of the command. On POSIX systems it is 128 plus the number of the signal when a signal ended it.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Whether no process of the group runs any more.</summary>
    public bool IsEmpty => process.HasExited && !HasMembers;

    /// <summary>Whether processes of the group are left, the command among them or not.</summary>
    protected abstract bool HasMembers { get; }

    /// <summary>Starts a command.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="log">The file that the command writes to; null: it writes where this process does.</param>
    /// <param name="environment">Further environment variables.</param>
    /// <exception cref="UsageException">The command cannot be started.</exception>
    public static ProcessGroup Start(IReadOnlyList<string> command, string? log, IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? WindowsProcessGroup.Start(command, log, environment)
                : PosixProcessGroup.Start(command, log, environment);
        }
        catch (Win32Exception e)
        {
            throw new UsageException(
                $"'{command[0]}' has to be on the PATH, but it cannot be started: {e.Message}. Install it, or correct the PATH.");
        }
    }

    /// <summary>Tells the processes that are left to end. They may give back what they have claimed.</summary>
    public abstract void Terminate();

    /// <summary>Ends the processes that are left.</summary>
    public abstract void Kill();

    /// <summary>Waits until the command itself has ended.</summary>
    public Task WaitForExit(CancellationToken cancellation) => process.WaitForExitAsync(cancellation);

    /// <summary>Forgets the processes and closes the log.</summary>
    public virtual void Dispose() => process.Dispose();

    /// <summary>How a command is started with further environment variables.</summary>
    protected static ProcessStartInfo StartInfo(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
