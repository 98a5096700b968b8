using System.Text.Json.Serialization;
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
    [property: JsonRequired] string Id,
    [property: JsonRequired] string Host,
    string? Boot,
    string? PidNamespace,
    [property: JsonRequired] int ProcessId,
    string? ProcessStart)
{
    /// <summary>
    /// Begins the id of a process that repairs a sweep or reruns its points, and the id under which a worker has a point in hand whose
    /// result is lost. It follows all letters, so that of several processes that are ordered by their ids workers come first.
    /// </summary>
    public const char ToolSign = '~';

    private const int LongestHost = 32;

    /// <summary>The host as it stands in the ids of its workers and in other names of files.</summary>
    [JsonIgnore]
    public string HostInNames => InNames(Host);

    /// <summary>The identity of the same process when it is no worker, and so has no heartbeat.</summary>
    public WorkerIdentity AsTool() => this with { Id = ToolOf(Id) };

    /// <summary>The id under which a process takes a finished point in hand. For a tool that is its own.</summary>
    public static string ToolOf(string id) => IsTool(id) ? id : ToolSign + id;

    /// <summary>Whether an id is that of a process that is no worker.</summary>
    public static bool IsTool(string id) => id.StartsWith(ToolSign);

    /// <summary>Whether a text has the form of a worker's id.</summary>
    public static bool IsId(string text) => Form().IsMatch(text);

    /// <summary>A host's name up to its first dot, in letters, digits and hyphens, and no longer than file names have room for.</summary>
    public static string InNames(string host)
    {
        var name = host.Split('.')[0];
        var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return safe.Length == 0 ? "host" : safe[..Math.Min(safe.Length, LongestHost)];
    }

    /// <summary>The host in the id of a worker, as <see cref="HostInNames"/> has it; the whole text when it is no id.</summary>
    public static string HostOf(string id) => BehindHost().Replace(id, "");

    [GeneratedRegex(@"(-slurm-[0-9]+(-[0-9]+)?(-p[0-9]+)?)?-[0-9]+-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex BehindHost();

    [GeneratedRegex(@"^~?[A-Za-z0-9-]+-[0-9]+-[0-9a-f]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
