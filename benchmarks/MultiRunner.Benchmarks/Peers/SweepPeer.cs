namespace MultiRunner.Benchmarks.Peers;

/// <summary>A whole <c>[SweepTheory]</c>: test executables on one root.</summary>
internal sealed class SweepPeer : IPeer
{
    private readonly string project = DotNet.Project("benchmarks/SweepPoints");

    /// <inheritdoc/>
    public string Name => "**ours**, `[SweepTheory]`";

    /// <inheritdoc/>
    public bool HasProcesses => true;

    /// <inheritdoc/>
    public int MostPoints => int.MaxValue;

    /// <inheritdoc/>
    public string Missing => $"{Name} is not built.";

    /// <inheritdoc/>
    public async ValueTask<string?> Prepare()
    {
        await DotNet.Build(project);
        return DotNet.Version("MultiRunner.Xunit", project, "MultiRunner.Xunit");
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        var environment = PeerLogs.Environment(work, directory);
        environment[DotNet.Root] = Root(directory);
        string[] arguments = [DotNet.Program(project), "-class", "*.Peers", "-noLogo", "-noColor"];
        var command = new ChildCommand("dotnet", arguments) { Environment = environment };
        return [.. Enumerable.Repeat(command, workers)];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory) => ValueTask.FromResult(
        PeerLogs.Count(directory, work, work.Points - ProtocolPeer.Results(Path.Combine(Root(directory), "SweepPoints.Peers.Add"))));

    private static string Root(string directory) => Path.Combine(directory, "sweeps");
}
