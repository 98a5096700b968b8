using System.Text.RegularExpressions;

namespace MultiRunner.Format;

/// <summary>Who a worker is, so that a process on the same machine can tell whether it still runs.</summary>
/// <param name="Id">A short, safe file name: host, in Slurm job and task, process id, four random characters. No dots.</param>
/// <param name="Host">The host's name.</param>
/// <param name="Boot">Identifies one start of the operating system, or null where it is unknown.</param>
/// <param name="PidNamespace">Identifies the space of process ids (a container has its own), or null where it is unknown.</param>
/// <param name="ProcessId">The process id.</param>
/// <param name="ProcessStart">When the process started, in the operating system's own units, or null where it is unknown.</param>
internal sealed partial record WorkerIdentity(string Id, string Host, string? Boot, string? PidNamespace, int ProcessId, string? ProcessStart)
{
    /// <summary>Whether a text has the form of a worker's id.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^~?[A-Za-z0-9-]+-[0-9]+-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
