using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Reports.Live;

/// <summary>A directory whose states cannot be listed now and then.</summary>
internal sealed class UnlistedDirectory(ISharedDirectory inner) : ISharedDirectory
{
    /// <summary>Whether they cannot be listed now.</summary>
    public bool IsAway { get; set; }

    public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => inner.TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => IsAway && path == SweepLayout.Ini
        ? throw new SharedDirectoryException("stale", 116, isTransient: true)
        : inner.List(path);

    public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
}
