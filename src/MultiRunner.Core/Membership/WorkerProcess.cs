using System.Globalization;
using System.Security.Cryptography;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>Workers as processes of the operating system.</summary>
internal static class WorkerProcess
{
    /// <summary>What stands for the space of process ids, of which Windows has one.</summary>
    private const string Windows = "windows";

    /// <summary>The identity of this process, with a new id.</summary>
    public static WorkerIdentity Identify() => Identify(Environment.GetEnvironmentVariable);

    /// <summary>The identity of this process, with a new id.</summary>
    /// <param name="environment">The environment variables.</param>
    public static WorkerIdentity Identify(Func<string, string?> environment)
    {
        var host = Environment.MachineName;
        var name = WorkerIdentity.InNames(host);
        var place = SlurmTask.Name(environment) is { } task ? $"{name}-{task}" : name;
        var suffix = RandomNumberGenerator.GetHexString(4, lowercase: true);
        var id = string.Create(CultureInfo.InvariantCulture, $"{place}-{Environment.ProcessId}-{suffix}");
        var me = Environment.ProcessId;
        if (OperatingSystem.IsWindows())
            return new WorkerIdentity(id, host, WindowsProcess.Machine(), Windows, me, WindowsProcess.StartOf(me));
        return new WorkerIdentity(
            id,
            host,
            ReadLine("/proc/sys/kernel/random/boot_id"),
            OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null,
            me,
            ProcessStat.Read(me)?.Start);
    }

    /// <summary>
    /// Whether <paramref name="other"/> certainly no longer runs: it was a process of this very system, and that process is
    /// gone or is another one by now. False means only that nothing is known.
    /// </summary>
    public static bool KnowsToBeGone(this WorkerIdentity me, WorkerIdentity other)
    {
        var sameSystem = me.Boot is not null && me.PidNamespace is not null
            && me.Host == other.Host && me.Boot == other.Boot && me.PidNamespace == other.PidNamespace;
        if (!sameSystem || other.ProcessStart is null)
            return false;
        if (OperatingSystem.IsWindows())
            return WindowsProcess.IsGone(other.ProcessId, other.ProcessStart);

        // A process that /proc does not show may be another user's.
        return ProcessStat.Read(other.ProcessId) is { } stat
            ? stat.HasEnded || stat.Start != other.ProcessStart
            : !Posix.ProcessExists(other.ProcessId);
    }

    private static string? ReadLine(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
