using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>
/// A directory whose operations take turns: with several tasks at work, each does one operation after the other has done one. The
/// reads of each file are counted.
/// </summary>
internal sealed class TurnBasedDirectory(ISharedDirectory inner) : ISharedDirectory
{
    private readonly Queue<TaskCompletionSource> waiting = [];

    public string? Root => inner.Root;

    /// <summary>How often each file was read.</summary>
    public ConcurrentDictionary<string, int> Reads { get; } = new();

    /// <summary>How often each file was written.</summary>
    public ConcurrentDictionary<string, int> Writes { get; } = new();

    /// <summary>How often all results together were read.</summary>
    public int ReadsOfResults => Reads.Where(read => read.Key.StartsWith(SweepLayout.Results, StringComparison.Ordinal)).Sum(read => read.Value);

    /// <summary>How often report.json was written, under whatever temporary name.</summary>
    public int WritesOfReport => Writes.Where(write => write.Key.StartsWith($"{SweepLayout.Report}/.report.json", StringComparison.Ordinal)).Sum(write => write.Value);

    /// <summary>Runs tasks to their end, all on this thread; the time goes on when every task that is left waits for it.</summary>
    public async Task<IReadOnlyList<T>> Run<T>(FakeTimeProvider time, params IEnumerable<Func<Task<T>>> tasks)
    {
        // A thread of the pool has no context, so that what waits for an operation goes on as soon as the operation is done.
        return await Task.Run(() =>
        {
            var running = tasks.Select(task => task()).ToList();
            while (!running.TrueForAll(task => task.IsCompleted))
            {
                if (waiting.TryDequeue(out var next))
                    next.SetResult();
                else
                    time.Advance(TimeSpan.FromMilliseconds(100));
            }

            return running.ConvertAll(task => task.Result);
        });
    }

    public async ValueTask<bool> TryRename(string from, string to)
    {
        await Turn();
        return await inner.TryRename(from, to);
    }

    public async ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        await Turn();
        return await inner.TryRenameDirectory(from, to);
    }

    public async ValueTask<byte[]?> TryRead(string path)
    {
        await Turn();
        Reads.AddOrUpdate(path, 1, (_, count) => count + 1);
        return await inner.TryRead(path);
    }

    public async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        await Turn();
        Writes.AddOrUpdate(path, 1, (_, count) => count + 1);
        await inner.WriteDurable(path, content);
    }

    public async ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        await Turn();
        Writes.AddOrUpdate(path, 1, (_, count) => count + 1);
        await inner.Write(path, content);
    }

    public async ValueTask<IReadOnlyList<string>> List(string path)
    {
        await Turn();
        return await inner.List(path);
    }

    public async ValueTask<bool> TryDelete(string path)
    {
        await Turn();
        return await inner.TryDelete(path);
    }

    public async ValueTask CreateDirectory(string path)
    {
        await Turn();
        await inner.CreateDirectory(path);
    }

    public async ValueTask DeleteDirectory(string path)
    {
        await Turn();
        await inner.DeleteDirectory(path);
    }

    private Task Turn()
    {
        var turn = new TaskCompletionSource();
        waiting.Enqueue(turn);
        return turn.Task;
    }
}
