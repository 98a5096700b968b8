using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>A plain theory of xunit v3 in its test executable, which runs as many of its cases at once as there are workers.</summary>
internal sealed class TheoryPeer : IPeer
{
    private readonly string project = DotNet.Project("benchmarks/TheoryPoints");

    /// <inheritdoc/>
    public string Name => "xunit v3 `[Theory]`, threads";

    /// <inheritdoc/>
    public bool HasProcesses => false;

    /// <inheritdoc/>
    public int MostPoints => int.MaxValue;

    /// <inheritdoc/>
    public string Missing => $"{Name} is not built.";

    /// <inheritdoc/>
    public async ValueTask<string?> Prepare()
    {
        await DotNet.Build(project);
        return DotNet.Version("xunit", project, "xunit.v3.core");
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        string[] arguments =
        [
            DotNet.Program(project), "-class", "*.Peers", "-noLogo", "-noColor",
            "-parallelMode", "all", "-maxThreads", workers.ToString(CultureInfo.InvariantCulture),
        ];
        return [new ChildCommand("dotnet", arguments) { Environment = PeerLogs.Environment(work, directory) }];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory) => ValueTask.FromResult(PeerLogs.Count(directory, work));
}
