using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Scheduling;
using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Format;
using MultiRunner.Membership;
using MultiRunner.Protocol;
using MultiRunner.Storage;
using Xunit;

namespace MultiRunner.Core.Tests.Protocol;

/// <summary>What a worker believes when it cannot tell whether it has committed a result.</summary>
public sealed class CommitTests
{
    /// <summary>
    /// The point was finished before and was put back. The worker commits its result, the reply is lost, and a cache still shows the file
    /// of the time before. If the worker believed that file, it would delete a result that counts.
    /// </summary>
    [Fact]
    public async Task A_file_that_a_cache_shows_does_not_make_a_worker_drop_its_result()
    {
        var files = new MemoryDirectory();
        await files.Write(new StateFile(3, PointState.ToRun).Path, "{}"u8.ToArray());
        var protocol = Protocol("a", new StaleDirectory(files));
        Assert.True(await protocol.TryClaim(3));

        Assert.True(await protocol.TryFinish(3, 1, Result("a", 1)));

        Assert.Equal(Result("a", 1), await files.TryRead(SweepLayout.Result(3)));
    }

    /// <summary>
    /// A is to publish the result that B has committed, and is stopped just before the rename. B publishes it, the point is put back, and B
    /// runs it again. When A wakes, B has stored its second result and not committed it.
    /// </summary>
    [Fact]
    public async Task One_that_wakes_late_publishes_no_result_that_is_not_committed()
    {
        var files = new MemoryDirectory();
        await files.Write(new StateFile(3, PointState.ToRun).Path, "{}"u8.ToArray());
        var committed = new StateFile(3, PointState.Committed, "b", 1);
        var b = Protocol("b", files);
        Assert.True(await b.TryClaim(3));
        await files.WriteDurable(SweepLayout.Candidate(committed), Result("b", 1));
        Assert.True(await files.TryRename(new StateFile(3, PointState.Running, "b").Path, committed.Path));
        var stopped = new StopsBeforePublication(files);
        var late = Protocol("a", stopped).TryPublish(committed).AsTask();

        Assert.True(await b.TryPublish(committed));
        Assert.True(await b.TrySeal(committed));
        Assert.True(await files.TryRename(SweepLayout.Result(3), "archive/3.json"));
        Assert.True(await files.TryRename(new StateFile(3, PointState.Finished).Path, new StateFile(3, PointState.ToRun).Path));
        Assert.True(await b.TryClaim(3));
        await files.WriteDurable(SweepLayout.Candidate(3, "b", 2), Result("b", 2));
        stopped.Continue();

        Assert.False(await late);
        Assert.Null(await files.TryRead(SweepLayout.Result(3)));
        Assert.True(await b.TryFinish(3, 2, Result("b", 2)));
        Assert.Equal(Result("b", 2), await files.TryRead(SweepLayout.Result(3)));
    }

    /// <summary>
    /// The worker commits, and the reply is lost. Before it looks, another worker publishes the result, and a rerun archives it and puts
    /// the point back. The result that the worker has computed is in the archive, so there is nothing to commit any more.
    /// </summary>
    [Fact]
    public Task A_result_that_a_rerun_has_archived_is_not_committed_again() =>
        ExpectNoSecondCommit(files => new ArchivedAtOnce(files));

    /// <summary>
    /// The same, but the rerun comes later: the worker has found its candidate, and is stopped before the next rename.
    /// </summary>
    [Fact]
    public Task A_result_that_is_archived_while_the_worker_is_stopped_is_not_committed_again() =>
        ExpectNoSecondCommit(files => new ArchivedAfterLook(files));

    private static async Task ExpectNoSecondCommit(Func<ISharedDirectory, ISharedDirectory> wrap)
    {
        var files = new MemoryDirectory();
        await files.Write(new StateFile(3, PointState.ToRun).Path, "{}"u8.ToArray());
        var time = new FakeTimeProvider();
        var protocol = Protocol("a", wrap(files), time);
        Assert.True(await protocol.TryClaim(3));

        var finish = protocol.TryFinish(3, 1, Result("a", 1)).AsTask();
        for (var seconds = 0; !finish.IsCompleted && seconds < 300; seconds++)
            time.Advance(TimeSpan.FromSeconds(1));

        Assert.False(await finish);
        Assert.Equal([new StateFile(3, PointState.ToRun).Name], await files.List(SweepLayout.Ini));
        Assert.Equal(Result("a", 1), await files.TryRead("archive/3.json"));
    }

    private static byte[] Result(string worker, int attempt) => Encoding.UTF8.GetBytes($"{{\"point\":3,\"worker\":\"{worker}\",\"attempt\":{attempt}}}");

    private static PointProtocol Protocol(string worker, ISharedDirectory directory, TimeProvider? time = null)
    {
        var restorer = new PointRestorer(directory, worker, _ => "{}"u8.ToArray());
        return new PointProtocol(directory, TestSweep.Worker(worker), new SweepOptions(), restorer, time ?? new FakeTimeProvider());
    }

    private sealed class StopsBeforePublication(ISharedDirectory inner) : Detour(inner)
    {
        private readonly TaskCompletionSource wakes = new();

        public void Continue() => wakes.SetResult();

        public override async ValueTask<bool> TryRename(string from, string to)
        {
            if (IsPublication(from, to))
                await wakes.Task;
            return await Inner.TryRename(from, to);
        }
    }

    private sealed class ArchivedAtOnce(ISharedDirectory inner) : Detour(inner)
    {
        public override async ValueTask<bool> TryRename(string from, string to)
        {
            var done = await Inner.TryRename(from, to);
            if (!done || !StateFile.TryParse(to[(to.LastIndexOf('/') + 1)..], out var file) || file.State != PointState.Committed)
                return done;
            await Inner.TryRename(SweepLayout.Candidate(file), "archive/3.json");
            await Inner.TryRename(to, new StateFile(3, PointState.ToRun).Path);
            return false;
        }
    }

    private sealed class ArchivedAfterLook(ISharedDirectory inner) : Detour(inner)
    {
        private StateFile? committed;
        private bool isArchived;

        public override async ValueTask<bool> TryRename(string from, string to)
        {
            if (committed is { } file && !isArchived)
            {
                isArchived = true;
                await Inner.TryRename(SweepLayout.Candidate(file), "archive/3.json");
                await Inner.TryRename(file.Path, new StateFile(3, PointState.ToRun).Path);
            }

            var done = await Inner.TryRename(from, to);
            if (committed is not null || !IsCommit(to))
                return done;
            committed = new StateFile(3, PointState.Committed, "a", 1);
            return false;
        }

        public override async ValueTask<IReadOnlyList<string>> List(string path) =>
            committed is not null && !isArchived ? [new StateFile(3, PointState.ToRun).Name] : await Inner.List(path);
    }

    private sealed class StaleDirectory(ISharedDirectory inner) : Detour(inner)
    {
        private static readonly string Finished = new StateFile(3, PointState.Finished).Path;

        public override async ValueTask<bool> TryRename(string from, string to)
        {
            var done = await Inner.TryRename(from, to);
            return done && !IsCommit(to);
        }

        public override async ValueTask<byte[]?> TryRead(string path) => path == Finished ? "{}"u8.ToArray() : await Inner.TryRead(path);
    }
}
