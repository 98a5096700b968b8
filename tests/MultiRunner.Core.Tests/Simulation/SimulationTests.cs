using Xunit;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// The protocol in simulated worlds: real code of several workers, a simulated directory and clock, and everything that is
/// known to go wrong. A failure prints its seed and the last operations. To repeat a seed with its whole trace:
/// <code>MULTIRUNNER_SIM_SEED=4711 dotnet test tests/MultiRunner.Core.Tests --filter FullyQualifiedName~SimulationTests.Crashes</code>
/// To run a million seeds of every profile, from seed 0 or from another one:
/// <code>MULTIRUNNER_SIM_SEEDS=1000000 [MULTIRUNNER_SIM_SEED=5000000] dotnet test -c Release tests/MultiRunner.Core.Tests --filter FullyQualifiedName~SimulationTests</code>
/// </summary>
public class SimulationTests
{
    private const int Usual = 500;

    [Fact]
    public void Calm() => SeedRuns.Check(Profile.Calm, Usual);

    [Fact]
    public void FailingExperiments() => SeedRuns.Check(Profile.FailingExperiments, Usual);

    [Fact]
    public void Crashes() => SeedRuns.Check(Profile.Crashes, Usual);

    [Fact]
    public void Pauses() => SeedRuns.Check(Profile.Pauses, Usual);

    [Fact]
    public void LostReplies() => SeedRuns.Check(Profile.LostReplies, Usual);

    [Fact]
    public void FullDisk() => SeedRuns.Check(Profile.FullDisk, Usual);

    [Fact]
    public void StaleCaches() => SeedRuns.Check(Profile.StaleCaches, Usual);

    [Fact]
    public void Damage() => SeedRuns.Check(Profile.Damage, Usual);

    [Fact]
    public void Reruns() => SeedRuns.Check(Profile.Reruns, 2 * Usual);

    [Fact]
    public void Everything() => SeedRuns.Check(Profile.Everything, 2 * Usual);
}
