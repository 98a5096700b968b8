using System.Text.Json;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>The published algorithm of the Python package MultiRunner, see <c>benchmarks/peers/original.py</c>.</summary>
internal sealed class OriginalPeer : IPeer
{
    private const string Python = "python3";

    /// <inheritdoc/>
    public string Name => "the original's algorithm";

    /// <inheritdoc/>
    public bool HasProcesses => true;

    /// <inheritdoc/>
    public int MostPoints => int.MaxValue;

    /// <inheritdoc/>
    public string Missing => "`python3` is not installed.";

    /// <inheritdoc/>
    public async ValueTask<string?> Prepare() => (await PeerScripts.TryRun(Python, "--version"))?.Trim();

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        var command = new ChildCommand(Python, [PeerScripts.Path("original.py"), directory, .. work.Arguments, PeerLogs.Make(directory)]);
        return [.. Enumerable.Repeat(command, workers)];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory)
    {
        var results = Directory.GetFiles(Path.Combine(directory, "results")).Count(IsJson);
        return ValueTask.FromResult(PeerLogs.Count(directory, work, work.Points - results));
    }

    private static bool IsJson(string file)
    {
        try
        {
            JsonDocument.Parse(File.ReadAllBytes(file)).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
