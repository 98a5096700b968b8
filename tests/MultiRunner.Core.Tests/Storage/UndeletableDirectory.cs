using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Storage;

/// <summary>A directory in which no directory can be deleted, as where an experiment made one that it may not write itself.</summary>
internal sealed class UndeletableDirectory(ISharedDirectory inner, bool isTransient = false) : ISharedDirectory
{
    public const string Reason = "Access to the path is denied.";

    public ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => inner.TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

    public ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => throw new SharedDirectoryException(Reason, error: 13, isTransient);
}
