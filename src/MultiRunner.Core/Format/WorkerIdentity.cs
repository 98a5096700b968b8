using System.Text.RegularExpressions;

namespace MultiRunner.Format;

/// <summary>The identity of a worker, by which a process on the same machine can tell whether it still runs.</summary>
/// <param name="Id">
/// A short file name without dots: the host, in Slurm the job and the task, the process id, four random characters.
/// </param>
/// <param name="Host">The host's name.</param>
/// <param name="Boot">Identifies one start of the operating system, or null where it is unknown.</param>
/// <param name="PidNamespace">Identifies the space of process ids, of which a container has its own, or null where it is unknown.</param>
/// <param name="ProcessId">The process id.</param>
/// <param name="ProcessStart">
/// When the process started, in the units of the operating system, or null where it is unknown.
/// </param>
internal sealed partial record WorkerIdentity(
    string Id, string Host, string? Boot, string? PidNamespace, int ProcessId, string? ProcessStart)
{
    /// <summary>
    /// Begins the id of a process that repairs a sweep or reruns its points. It follows all letters, so that of several processes
    /// that are ordered by their ids workers come first.
    /// </summary>
    public const char ToolSign = '~';

    /// <summary>The identity of the same process when it is no worker, and so has no heartbeat.</summary>
    public WorkerIdentity AsTool() => this with { Id = ToolSign + Id };

    /// <summary>Whether an id is that of a process that is no worker.</summary>
    public static bool IsTool(string id) => id.StartsWith(ToolSign);

    /// <summary>Whether a text has the form of a worker's id.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"^~?[A-Za-z0-9-]+-[0-9]+-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
