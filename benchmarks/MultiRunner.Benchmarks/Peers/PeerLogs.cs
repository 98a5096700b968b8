using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>The logs in which the processes of a peer write a line for each execution, each process in one of its own.</summary>
internal static class PeerLogs
{
    /// <summary>The directory of the logs, which is made.</summary>
    public static string Make(string directory) => Directory.CreateDirectory(Of(directory)).FullName;

    /// <summary>The environment of a C# program that does the work.</summary>
    public static Dictionary<string, string?> Environment(PeerWork work, string directory) => new()
    {
        [PeerPoint.AxesVariable] = string.Create(CultureInfo.InvariantCulture, $"{work.A},{work.B},{work.C}"),
        [PeerPoint.MillisecondsVariable] = work.Milliseconds.ToString(CultureInfo.InvariantCulture),
        [PeerPoint.LogsVariable] = Make(directory),
    };

    /// <summary>Counts the executions.</summary>
    /// <param name="directory">The directory of the run.</param>
    /// <param name="lost">How many points have no result; null where the log of a point is all that there is.</param>
    /// <param name="work">The work.</param>
    public static PeerTally Count(string directory, PeerWork work, int? lost = null)
    {
        List<string> lines = [.. Directory.GetFiles(Of(directory)).SelectMany(File.ReadLines)];
        return new PeerTally(lines.Count, lost ?? (work.Points - lines.Distinct(StringComparer.Ordinal).Count()));
    }

    /// <summary>How many points a process has begun so far.</summary>
    public static int Lines(string directory, int process)
    {
        var log = Path.Combine(Of(directory), string.Create(CultureInfo.InvariantCulture, $"{process}.log"));
        return File.Exists(log) ? File.ReadLines(log).Count() : 0;
    }

    private static string Of(string directory) => Path.Combine(directory, "logs");
}
