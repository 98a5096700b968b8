using MultiRunner.Format;
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
            "Warning: workers of different builds run points of this sweep at the same time. This worker, c on host-c, runs version 2.0.0.0 (module 33333333); a on host-a, b on host-b run version 1.0.0.0 (module 11111111); d on host-d runs version 1.0.0.0 (module abc). The results of all of them are kept in one table. Stop the workers of the build that you do not want. If the code is the same, build it once for all machines, or under the same path on each of them.",
            Said.OtherBuilds(Worker("c"), Mine, [Record("a", Old), Record("d", Short), Record("b", Old)]));

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
