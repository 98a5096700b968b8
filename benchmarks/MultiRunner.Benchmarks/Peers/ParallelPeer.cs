using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>GNU parallel with a log of its jobs. A point is a process: <c>true</c>, or <c>sleep</c>.</summary>
internal sealed class ParallelPeer : IPeer
{
    private const string Separator = ":::";

    // The columns of the log are Seq, Host, Starttime, JobRuntime, Send, Receive, Exitval, Signal and Command.
    private const int ExitValue = 6;
    private const int Signal = 7;

    /// <inheritdoc/>
    public string Name => "GNU parallel";

    /// <inheritdoc/>
    public bool HasProcesses => false;

    /// <inheritdoc/>
    public int MostPoints => int.MaxValue;

    /// <inheritdoc/>
    public string Missing => "GNU parallel is not installed (`benchmarks/peers/install.sh` does it on Debian).";

    /// <inheritdoc/>
    public async ValueTask<string?> Prepare()
    {
        // There is another program of this name.
        var version = (await PeerScripts.TryRun("parallel", "--version"))?.Split('\n')[0];
        return version?.StartsWith("GNU parallel", StringComparison.Ordinal) == true ? version : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        // What it appends, the point, is nothing to `true`, and a comment to the shell that runs `sleep`.
        var point = work.Milliseconds == 0
            ? "true"
            : string.Create(CultureInfo.InvariantCulture, $"sleep {work.Milliseconds / 1000.0} #");
        string[] arguments =
        [
            "--will-cite", "-j", workers.ToString(CultureInfo.InvariantCulture), "--joblog", Log(directory), point,
            Separator, .. Axis(work.A), Separator, .. Axis(work.B), Separator, .. Axis(work.C),
        ];
        return [new ChildCommand("parallel", arguments)
        {
            Environment = new Dictionary<string, string?>
            {
                ["PARALLEL_HOME"] = Directory.CreateDirectory(Path.Combine(directory, "home")).FullName,
                ["TMPDIR"] = directory,
            },
        }];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory)
    {
        List<string[]> jobs = [.. File.ReadLines(Log(directory)).Skip(1).Select(line => line.Split('\t'))];
        var done = jobs.Where(job => job[ExitValue] == "0" && job[Signal] == "0").DistinctBy(job => job[0]).Count();
        return ValueTask.FromResult(new PeerTally(jobs.Count, work.Points - done));
    }

    private static IEnumerable<string> Axis(int length) =>
        Enumerable.Range(0, length).Select(value => value.ToString(CultureInfo.InvariantCulture));

    private static string Log(string directory) => Path.Combine(directory, "jobs.log");
}
