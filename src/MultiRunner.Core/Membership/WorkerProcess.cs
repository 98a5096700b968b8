using System.Globalization;
using System.Security.Cryptography;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Membership;

/// <summary>Workers as processes of the operating system.</summary>
internal static class WorkerProcess
{
    private const int LongestHost = 32;

    /// <summary>The identity of this process, with a new id.</summary>
    public static WorkerIdentity Identify() => Identify(Environment.GetEnvironmentVariable);

    /// <summary>The identity of this process, with a new id.</summary>
    /// <param name="environment">The environment variables.</param>
    public static WorkerIdentity Identify(Func<string, string?> environment)
    {
        var host = Environment.MachineName;
        var place = SlurmTask.Name(environment) is { } task ? $"{Safe(host)}-{task}" : Safe(host);
        var id = string.Create(CultureInfo.InvariantCulture, $"{place}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
        return new WorkerIdentity(
            id,
            host,
            ReadLine("/proc/sys/kernel/random/boot_id"),
            OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null,
            Environment.ProcessId,
            StartOf(ReadStat(Environment.ProcessId)));
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

        // Where /proc is mounted with hidepid, it does not show the processes of other users.
        return ReadStat(other.ProcessId) is { } stat ? StartOf(stat) != other.ProcessStart : !Posix.ProcessExists(other.ProcessId);
    }

    private static string? ReadStat(int processId) => ReadLine(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));

    /// <summary>Field 22 of /proc/PID/stat, the start in ticks since boot; null when the process is a zombie.</summary>
    private static string? StartOf(string? stat)
    {
        // The second field, the name in brackets, may itself contain spaces and brackets.
        var fields = stat?[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields is { Length: > 19 } && fields[0] is not ("Z" or "X") ? fields[19] : null;
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

    private static string Safe(string host)
    {
        var name = host.Split('.')[0];
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return safe.Length == 0 ? "host" : safe[..Math.Min(safe.Length, LongestHost)];
    }
}
