using System.Text;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Core.Tests.Scheduling;
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

        Assert.True(await protocol.TryFinish(3, Result("a"), artifacts: null));

        Assert.Equal(Result("a"), await files.TryRead(SweepLayout.Result(3)));
    }

    private static byte[] Result(string worker) => Encoding.UTF8.GetBytes($"{{\"point\":3,\"worker\":\"{worker}\"}}");

    private static PointProtocol Protocol(string worker, ISharedDirectory directory)
    {
        var restorer = new PointRestorer(directory, worker, _ => "{}"u8.ToArray());
        return new PointProtocol(directory, TestSweep.Worker(worker), new SweepOptions(), restorer, new FakeTimeProvider());
    }

    private sealed class StaleDirectory(ISharedDirectory inner) : ISharedDirectory
    {
        private static readonly string Finished = new StateFile(3, PointState.Finished).Path;

        public async ValueTask<bool> TryRename(string from, string to)
        {
            var done = await inner.TryRename(from, to);
            return done && !to.Contains("_finished.", StringComparison.Ordinal);
        }

        public async ValueTask<byte[]?> TryRead(string path) => path == Finished ? "{}"u8.ToArray() : await inner.TryRead(path);

        public ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

        public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

        public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

        public ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

        public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

        public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

        public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
    }
}
