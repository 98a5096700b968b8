using System.Diagnostics;
using System.Globalization;
using MultiRunner.Membership;
using MultiRunner.Storage;

namespace MultiRunner.Cli.Running;

/// <summary>
/// A process group of Linux, to which signals are sent. On a system without <c>setsid</c> and <c>/proc</c> there is the process tree
/// alone, and it is killed at once.
/// </summary>
internal sealed class PosixProcessGroup : ProcessGroup
{
    private const int Sigterm = 15;
    private const int Sigkill = 9;
    private const string Setsid = "setsid";

    private readonly Process process;
    private readonly bool isGroup;

    private PosixProcessGroup(Process process, bool isGroup)
        : base(process) => (this.process, this.isGroup) = (process, isGroup);

    protected override bool HasMembers => isGroup && Members(process.Id).Any();

    /// <summary>Starts a command.</summary>
    public static new PosixProcessGroup Start(
        IReadOnlyList<string> command, string? log, IReadOnlyDictionary<string, string> environment)
    {
        // A child of this process leads no group, so setsid does not fork: the id of the process is that of the group.
        var isGroup = OperatingSystem.IsLinux() && SearchPath.Find(Setsid, Environment.GetEnvironmentVariable("PATH")) is not null;
        string[] toFile = log is null ? [] : ["sh", "-c", "exec \"$@\" > \"$0\" 2>&1 < /dev/null", log];
        return new PosixProcessGroup(
            Process.Start(StartInfo([.. isGroup ? new[] { Setsid } : [], .. toFile, .. command], environment))!, isGroup);
    }

    public override void Terminate() => Signal(Sigterm);

    public override void Kill() => Signal(Sigkill);

    private void Signal(int number)
    {
        if (isGroup)
        {
            // The signal is sent only while the group has members. Later its number may belong to another group.
            if (HasMembers)
                Posix.Signal(-process.Id, number);
        }
        else if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

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
}
