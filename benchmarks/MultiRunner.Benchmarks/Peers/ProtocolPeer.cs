using System.Globalization;
using MultiRunner.Format;
using MultiRunner.Results;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>The library's worker in processes of this program, without xunit.</summary>
internal sealed class ProtocolPeer : IPeer
{
    /// <inheritdoc/>
    public string Name => "**ours**, the protocol";

    /// <inheritdoc/>
    public bool HasProcesses => true;

    /// <inheritdoc/>
    public int MostPoints => int.MaxValue;

    /// <inheritdoc/>
    public string Missing => $"{Name} is not built.";

    /// <inheritdoc/>
    public ValueTask<string?> Prepare() => ValueTask.FromResult<string?>(".NET " + Environment.Version);

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        var sweep = Directory.CreateDirectory(Sweep(directory)).FullName;
        var command = new ChildCommand("dotnet", [typeof(ProtocolPeer).Assembly.Location, "once", "worker", sweep])
        {
            Environment = PeerLogs.Environment(work, directory),
        };
        return [.. Enumerable.Repeat(command, workers)];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory) =>
        ValueTask.FromResult(PeerLogs.Count(directory, work, work.Points - Results(Sweep(directory))));

    /// <summary>How many points of a sweep are finished and have a result that can be read.</summary>
    public static int Results(string sweep) => Directory.GetFiles(Path.Combine(sweep, SweepLayout.Ini), "*_finished")
        .Select(file => int.Parse(Path.GetFileName(file).Split('_')[0], CultureInfo.InvariantCulture))
        .Count(point => TryRead(Path.Combine(sweep, SweepLayout.Result(point)))?.Point == point);

    private static PointResult? TryRead(string file) => File.Exists(file) ? PointResult.TryParse(File.ReadAllBytes(file)) : null;

    private static string Sweep(string directory) => Path.Combine(directory, "sweep");
}
