using System.Globalization;

namespace MultiRunner.Benchmarks.Peers;

/// <summary>A combinatorial test of NUnit in its test executable, with as many test workers, which are threads.</summary>
internal sealed class NUnitPeer : IPeer
{
    private readonly string project = DotNet.Project("benchmarks/NUnitPoints");

    /// <inheritdoc/>
    public string Name => "NUnit `[Combinatorial]`, threads";

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
        return DotNet.Version("NUnit", project, "nunit.framework");
    }

    /// <inheritdoc/>
    public IReadOnlyList<ChildCommand> Commands(PeerWork work, int workers, string directory)
    {
        var settings = Path.Combine(directory, "peers.runsettings");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $"""
            <RunSettings><NUnit><NumberOfTestWorkers>{workers}</NumberOfTestWorkers></NUnit></RunSettings>
            """));
        string[] arguments =
        [
            DotNet.Program(project), "--settings", settings, "--progress", "off", "--no-ansi", "--results-directory", directory,
        ];
        return [new ChildCommand("dotnet", arguments) { Environment = PeerLogs.Environment(work, directory) }];
    }

    /// <inheritdoc/>
    public ValueTask<PeerTally> Count(PeerWork work, string directory) => ValueTask.FromResult(PeerLogs.Count(directory, work));
}
