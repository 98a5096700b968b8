using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Repair;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Repair;

public sealed class PointRerunTests : IDisposable
{
    private static readonly StateFile Finished = new(0, PointState.Finished);

    private readonly TemporaryDirectory temporary = new();

    public PointRerunTests()
    {
        Directory.CreateDirectory(Path.Combine(temporary.Path, "ini"));
        File.WriteAllText(Path.Combine(temporary.Path, "ini", "0_finished"), "{}");
    }

    public void Dispose() => temporary.Dispose();

    /// <summary>
    /// Given back as finished, it would be put back by every worker that misses its result, however long that one was stopped before
    /// it does so.
    /// </summary>
    [Fact]
    public async Task Point_whose_result_is_not_seen_keeps_the_name_of_the_rerun()
    {
        var rerun = RerunIn(new FileSystemDirectory(temporary.Path));

        var point = await rerun.Run(Finished, []);

        Assert.Equal(RerunOutcome.HalfDone, point.Outcome);
        Assert.Equal(["0_finished.~me"], States());
    }

    /// <summary>The move may have been done although it failed.</summary>
    [Fact]
    public async Task Point_whose_result_may_have_been_moved_keeps_the_name_of_the_rerun()
    {
        var rerun = RerunIn(new RefusesResults(new FileSystemDirectory(temporary.Path), isTransient: true));

        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await rerun.Run(Finished, []));

        Assert.Equal(["0_finished.~me"], States());
    }

    [Fact]
    public async Task Point_whose_result_may_not_be_moved_is_finished_as_before()
    {
        var rerun = RerunIn(new RefusesResults(new FileSystemDirectory(temporary.Path), isTransient: false));

        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await rerun.Run(Finished, []));

        Assert.Equal(["0_finished"], States());
    }

    private static PointRerun RerunIn(ISharedDirectory directory)
    {
        var me = new WorkerIdentity("~me", "host", Boot: null, PidNamespace: null, ProcessId: 1, ProcessStart: null);
        var restorer = new PointRestorer(directory, me.Id, _ => default);
        var protocol = new PointProtocol(directory, me, new SweepOptions(), restorer, TimeProvider.System);
        return new PointRerun(directory, protocol, new RerunArchive(directory, me.Id, "archive/now-me"), me.Id);
    }

    private IEnumerable<string?> States() => Directory.GetFiles(Path.Combine(temporary.Path, "ini")).Select(Path.GetFileName);

    private sealed class RefusesResults(ISharedDirectory inner, bool isTransient) : Detour(inner)
    {
        public override ValueTask<bool> TryRename(string from, string to) =>
            from.StartsWith("results/", StringComparison.Ordinal)
                ? throw new SharedDirectoryException("refused", 5, isTransient)
                : Inner.TryRename(from, to);
    }
}
