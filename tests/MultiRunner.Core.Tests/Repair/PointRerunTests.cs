using Microsoft.Extensions.Time.Testing;
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
        MakeResult();
        var rerun = RerunIn(new RefusesResults(new FileSystemDirectory(temporary.Path), isTransient: false));

        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await rerun.Run(Finished, []));

        Assert.Equal(["0_finished"], States());
    }

    [Fact]
    public async Task Point_whose_checkpoints_may_not_be_moved_is_finished_as_before()
    {
        MakeResult();
        var rerun = RerunIn(new RefusesCheckpoints(new FileSystemDirectory(temporary.Path)));

        await Assert.ThrowsAsync<SharedDirectoryException>(async () => await rerun.Run(Finished, []));

        Assert.Equal(["0_finished"], States());
    }

    /// <summary>
    /// The first try of the move was done and failed for a passing reason. The second one failed for good, since the server forbids it
    /// by then. As a finished point without a result two workers would put it back: A does so, B finishes it anew, and C, which was
    /// stopped just before it did the same, would put the new result back.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Point_whose_result_was_moved_by_a_try_that_failed_keeps_the_name_of_the_rerun(bool isLookRefused)
    {
        MakeResult();
        var directory = new FailsAfterMove(new FileSystemDirectory(temporary.Path), isLookRefused);
        var time = new FakeTimeProvider();
        var rerun = RerunIn(new RetryingDirectory(directory, time));
        Directory.CreateDirectory(Path.Combine(temporary.Path, "archive", "now-me", "results"));

        var run = rerun.Run(Finished, []).AsTask();
        while (!run.IsCompleted)
            time.Advance(TimeSpan.FromMilliseconds(10));

        Assert.Equal(13, (await Assert.ThrowsAsync<SharedDirectoryException>(() => run)).Error);
        Assert.True(File.Exists(Path.Combine(temporary.Path, "archive", "now-me", "results", "0.json")));
        Assert.Equal(["0_finished.~me"], States());
    }

    private void MakeResult()
    {
        var results = Directory.CreateDirectory(Path.Combine(temporary.Path, "results"));
        File.WriteAllText(Path.Combine(results.FullName, "0.json"), "{\"point\":0}");
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

    private sealed class RefusesCheckpoints(ISharedDirectory inner) : Detour(inner)
    {
        public override ValueTask<bool> TryRenameDirectory(string from, string to) =>
            throw new SharedDirectoryException("refused", 13, isTransient: false);
    }

    private sealed class FailsAfterMove(ISharedDirectory inner, bool isLookRefused) : Detour(inner)
    {
        private int tries;

        public override async ValueTask<bool> TryRename(string from, string to)
        {
            if (!from.StartsWith("results/", StringComparison.Ordinal))
                return await Inner.TryRename(from, to);
            if (++tries > 1)
                throw new SharedDirectoryException("refused", 13, isTransient: false);
            await Inner.TryRename(from, to);
            throw new SharedDirectoryException("passing", 5, isTransient: true);
        }

        public override ValueTask<IReadOnlyList<string>> List(string path) => isLookRefused && path == "results"
            ? throw new SharedDirectoryException("refused", 13, isTransient: false)
            : Inner.List(path);
    }
}
