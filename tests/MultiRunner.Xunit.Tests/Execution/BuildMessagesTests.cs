using System.Collections.Immutable;
using MultiRunner.Format;
using MultiRunner.Scheduling;
using Said = MultiRunner.Execution.Messages;

namespace MultiRunner.Tests.Execution;

/// <summary>Every worker and every build is named.</summary>
public sealed class BuildMessagesTests
{
    private static readonly AssemblyStamp Mine = new("Samples", "2.0.0.0", "33333333-mine");
    private static readonly AssemblyStamp Old = new("Samples", "1.0.0.0", "11111111-old");
    private static readonly AssemblyStamp Short = new("Samples", "1.0.0.0", "abc");

    [Fact]
    public void Workers_of_several_other_builds() =>
        Assert.Equal(
            "Warning: workers of different builds are at this sweep at the same time. This worker, c on host-c, runs version 2.0.0.0 (module 33333333); a on host-a, b on host-b run version 1.0.0.0 (module 11111111); d on host-d runs version 1.0.0.0 (module abc). The results of all of them are kept in one table. Stop the workers of the build that you do not want. If the code is the same, build it once for all machines, or under the same path on each.",
            Said.OtherBuilds(Worker("c"), Mine, [Record("a", Old), Record("d", Short), Record("b", Old)]));

    [Fact]
    public void Results_of_several_other_builds() =>
        Assert.Equal(
            "All 1204 results that this process found finished come from other builds than its own, version 2.0.0.0 (module 33333333): 1200 of version 1.0.0.0 (module abc), 3 of version 1.0.0.0 (module 11111111), 1 of an unknown build. If the code would now compute something else, run the points again with 'multirunner rerun /sweeps/S --older-builds', or give [SweepTheory] another Version.",
            Said.ResultsOfOtherBuilds(Mine, Found(1204, (Old, 3), (Short, 1200)), "/sweeps/S"));

    [Fact]
    public void One_result_of_another_build() =>
        Assert.StartsWith(
            "The one result that this process found finished comes from another build than its own, version 2.0.0.0 (module 33333333): 1 of version 1.0.0.0 (module 11111111). If the code would now compute something else, run the point again with ",
            Said.ResultsOfOtherBuilds(Mine, Found(1, (Old, 1)), "/sweeps/S"),
            StringComparison.Ordinal);

    private static FoundResults Found(int count, params (AssemblyStamp Build, int Count)[] builds) =>
        new(count, builds.ToImmutableDictionary(build => build.Build, build => build.Count));

    private static WorkerIdentity Worker(string id) => new(id, $"host-{id}", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);

    private static WorkerRecord Record(string id, AssemblyStamp build) => new()
    {
        Worker = Worker(id),
        Assembly = build,
        Beat = 1,
        IntervalSeconds = 10,
        State = WorkerStates.Running,
        Running = [],
        Finished = 0,
        Errors = 0,
        BusySeconds = 0,
        Started = default,
        Updated = default,
    };
}
