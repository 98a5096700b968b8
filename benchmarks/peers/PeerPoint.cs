using System.Globalization;
using System.Text;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>
/// The points of the benchmark <c>peers</c> for all that is written in C#. They are the product of three axes from 0, whose lengths the
/// environment names, and do nothing but sleep. Each execution is a line in a log that this process has for itself: lines that several
/// processes append to one file get lost on some file systems.
/// </summary>
internal static class PeerPoint
{
    /// <summary>The variable for the lengths of the three axes, with commas between them.</summary>
    public const string AxesVariable = "PEER_AXES";

    /// <summary>The variable for the milliseconds that a point sleeps.</summary>
    public const string MillisecondsVariable = "PEER_MILLISECONDS";

    /// <summary>The variable for the directory of the logs.</summary>
    public const string LogsVariable = "PEER_LOGS";

    private static readonly int[] Lengths =
        [.. (Environment.GetEnvironmentVariable(AxesVariable) ?? "1,1,1").Split(',').Select(Number)];

    private static readonly int Milliseconds = Number(Environment.GetEnvironmentVariable(MillisecondsVariable) ?? "0");

    private static readonly Lock Gate = new();

    private static readonly FileStream? Log = OpenLog();

    /// <summary>The values of an axis: 0, 1, 2, ...</summary>
    public static IEnumerable<int> Axis(int number) => Enumerable.Range(0, Lengths[number]);

    /// <summary>Runs a point.</summary>
    public static int Run(int a, int b, int c)
    {
        if (Log is not null)
        {
            var line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{a} {b} {c}\n"));
            lock (Gate)
                Log.Write(line);
        }

        if (Milliseconds > 0)
            Thread.Sleep(Milliseconds);
        return a + b + c;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Without a buffer, so that a process that is killed leaves the lines of all its executions.</summary>
    private static FileStream? OpenLog()
    {
        if (Environment.GetEnvironmentVariable(LogsVariable) is not { } logs)
            return null;
        var file = Path.Combine(logs, $"{Environment.ProcessId}.log");
        return new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }
}
