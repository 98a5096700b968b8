using System.Collections.Concurrent;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Benchmarks;

/// <summary>Counts how often each result is read and how often a directory is listed; everything else it passes on.</summary>
internal sealed class ReadCounter(ISharedDirectory inner) : ISharedDirectory
{
    private readonly ConcurrentDictionary<string, int> reads = new(StringComparer.Ordinal);
    private int lists;

    /// <summary>The most that any result was read.</summary>
    public int MostReadsOfAResult => reads.IsEmpty ? 0 : reads.Values.Max();

    /// <summary>How often all results together were read.</summary>
    public int ReadsOfResults => reads.Values.Sum();

    /// <summary>How many listings there were.</summary>
    public int Lists => lists;

    /// <inheritdoc/>
    public ValueTask<byte[]?> TryRead(string path)
    {
        if (path.StartsWith(SweepLayout.Results, StringComparison.Ordinal))
            reads.AddOrUpdate(path, 1, (_, count) => count + 1);
        return inner.TryRead(path);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> TryReadStart(string path, int most) => inner.TryReadStart(path, most);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> List(string path)
    {
        Interlocked.Increment(ref lists);
        return inner.List(path);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    /// <inheritdoc/>
    public ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

    /// <inheritdoc/>
    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    /// <inheritdoc/>
    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    /// <inheritdoc/>
    public ValueTask WriteInPieces(string path, Action<Stream> content) => inner.WriteInPieces(path, content);

    /// <inheritdoc/>
    public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    /// <inheritdoc/>
    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    /// <inheritdoc/>
    public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
}
