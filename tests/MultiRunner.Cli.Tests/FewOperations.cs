using MultiRunner.Storage;

namespace MultiRunner.Cli.Tests;

/// <summary>A directory that fails after a number of operations, as if the process had ended there.</summary>
internal sealed class FewOperations(ISharedDirectory inner, int left, bool isTransient = false) : ISharedDirectory
{
    public ValueTask<bool> TryRename(string from, string to) => Next().TryRename(from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => Next().TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => Next().TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Next().WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => Next().Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => Next().List(path);

    public ValueTask<bool> TryDelete(string path) => Next().TryDelete(path);

    public ValueTask CreateDirectory(string path) => Next().CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => Next().DeleteDirectory(path);

    private ISharedDirectory Next() => left-- > 0 ? inner : throw new SharedDirectoryException("There is no more.", 5, isTransient);
}
