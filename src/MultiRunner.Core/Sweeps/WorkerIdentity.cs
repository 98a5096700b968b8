using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MultiRunner.Sweeps;

/// <summary>Who a worker is, so that a process on the same machine can tell whether it still runs.</summary>
/// <param name="Id">A short, safe file name: host, in Slurm job and task, process id, four random characters. No dots.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Boot">Identifies one start of the operating system, or null where it is unknown.</param>
/// <param name="PidNamespace">Identifies the space of process ids (a container has its own), or null where it is unknown.</param>
/// <param name="ProcessId">The process id.</param>
/// <param name="ProcessStart">When the process started, in the operating system's own units, or null where it is unknown.</param>
internal sealed partial record WorkerIdentity(string Id, string Host, string? Boot, string? PidNamespace, int ProcessId, string? ProcessStart)
{
    private const int LongestHost = 32;

    /// <summary>The identity of this process, with a new id.</summary>
    public static WorkerIdentity Create() => Create(Environment.GetEnvironmentVariable);

    /// <summary>The identity of this process, with a new id.</summary>
    /// <param name="environment">The environment variables.</param>
    public static WorkerIdentity Create(Func<string, string?> environment)
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

    /// <summary>Whether a text has the form of a worker's id.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    /// <summary>
    /// Whether <paramref name="other"/> certainly no longer runs: it was a process of this very system, and that process is
    /// gone or is another one by now. False means only that nothing is known.
    /// </summary>
    public bool KnowsToBeGone(WorkerIdentity other)
    {
        var sameSystem = Boot is not null && PidNamespace is not null
            && Host == other.Host && Boot == other.Boot && PidNamespace == other.PidNamespace;
        if (!sameSystem || other.ProcessStart is null)
            return false;

        // Where /proc is mounted with hidepid, it does not show the processes of other users.
        return ReadStat(other.ProcessId) is { } stat ? StartOf(stat) != other.ProcessStart : !Posix.ProcessExists(other.ProcessId);
    }

    [GeneratedRegex(@"^~?[A-Za-z0-9-]+-[0-9]+-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

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
