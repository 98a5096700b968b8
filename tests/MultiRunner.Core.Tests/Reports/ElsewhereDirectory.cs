using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>A directory as another machine sees it, at another path.</summary>
internal sealed class ElsewhereDirectory(ISharedDirectory inner, string root) : ISharedDirectory
{
    public string? Root => root;

    public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => inner.TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

    public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);
}
