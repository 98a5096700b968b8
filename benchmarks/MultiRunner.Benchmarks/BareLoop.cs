using System.Runtime.InteropServices;
using System.Text;
using MultiRunner.Format;
using MultiRunner.Membership;

namespace MultiRunner.Benchmarks;

/// <summary>
/// The system calls that a point takes and nothing else: the names are made before the clock starts, in the same layout
/// and the same shuffled order as the worker's.
/// </summary>
internal sealed partial class BareLoop : ILoop
{
    private readonly List<Paths> paths;
    private readonly byte[] result;
    private int taken;

    private BareLoop(List<Paths> paths, byte[] result)
    {
        this.paths = paths;
        this.result = result;
    }

    public static async ValueTask<BareLoop> Prepare(string directory, int points, int seed)
    {
        var me = WorkerProcess.Identify();
        await SampleSweep.Make(directory, points, me);
        int[] order = [.. Enumerable.Range(0, points)];
        new Random(seed).Shuffle(order);
        return new BareLoop([.. order.Select(point => Paths.Of(directory, point, me.Id))], SampleSweep.Result(me));
    }

    /// <inheritdoc/>
    public void Take(int points)
    {
        for (var i = 0; i < points; i++)
        {
            var path = paths[taken++];
            Check(Rename(path.ToRun, path.Running));
            var file = Check(Create(path.Candidate, 0x1B6));
            Check((int)Write(file, result, result.Length));
            Check(Sync(file));
            Check(Close(file));
            Check(Rename(path.Running, path.Committed));
            Check(Rename(path.Candidate, path.Result));
            Check(Rename(path.Committed, path.Finished));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static int Check(int returned) => returned >= 0 ? returned : throw new IOException("A system call of the bare loop failed.");

    [LibraryImport("libc", EntryPoint = "rename")]
    private static partial int Rename(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to);

    [LibraryImport("libc", EntryPoint = "creat")]
    private static partial int Create(ReadOnlySpan<byte> path, uint mode);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);

    private sealed record Paths(byte[] ToRun, byte[] Running, byte[] Candidate, byte[] Committed, byte[] Result, byte[] Finished)
    {
        public static Paths Of(string root, int point, string worker)
        {
            return new Paths(
                State(PointState.ToRun),
                State(PointState.Running, worker),
                C(SweepLayout.Candidate(point, worker, attempt: 1)),
                State(PointState.Committed, worker, attempt: 1),
                C(SweepLayout.Result(point)),
                State(PointState.Finished));

            byte[] State(PointState state, string? owner = null, int attempt = 0) => C(new StateFile(point, state, owner, attempt).Path);
            byte[] C(string path) => Encoding.UTF8.GetBytes($"{root}/{path}\0");
        }
    }
}
