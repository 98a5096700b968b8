using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>Processes on one study of Optuna with a grid, in a journal file, see <c>benchmarks/peers/optuna_worker.py</c>.</summary>
internal sealed class OptunaPeer : IPeer
{
    // That of the distribution, which is the one that its package of Optuna is for.
    private const string Python = "/usr/bin/python3";

    /// <inheritdoc/>
    public string Name => "Optuna, `GridSampler`";

    /// <inheritdoc/>
    public bool HasProcesses => true;

    /// <inheritdoc/>
    public int MostPoints => 1_000;

    /// <inheritdoc/>
    public string Missing => "Optuna is not installed (`benchmarks/peers/install.sh` does it on Debian).";

    /// <inheritdoc/>
    public async ValueTask<string?> Prepare() =>
        await PeerScripts.TryRun(Python, "-c", "import optuna; print(optuna.__version__)") is { } version
            ? $"Optuna {version.Trim()}"
            : null;

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        string[] arguments =
            [PeerScripts.Path("optuna_worker.py"), "run", Journal(directory), .. work.Arguments, PeerLogs.Make(directory)];
        var command = new ChildCommand(Python, arguments);
        return [.. Enumerable.Repeat(command, workers)];
    }

    /// <inheritdoc/>
    public async ValueTask<PeerTally> Count(PeerWork work, string directory)
    {
        var visited = await PeerScripts.TryRun(Python, PeerScripts.Path("optuna_worker.py"), "count", Journal(directory));
        return int.TryParse(visited, CultureInfo.InvariantCulture, out var count)
            ? PeerLogs.Count(directory, work, work.Points - count)
            : throw new InvalidOperationException($"The study in '{Journal(directory)}' cannot be read.");
    }

    private static string Journal(string directory) => Path.Combine(directory, "journal.log");
}
