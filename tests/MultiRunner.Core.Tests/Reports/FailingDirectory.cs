using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Reports;

/// <summary>A directory of which every operation fails.</summary>
internal sealed class FailingDirectory : ISharedDirectory
{
    private static SharedDirectoryException Error => new("out of order", error: 5, isTransient: false);

    public ValueTask<bool> TryRename(string from, string to) => throw Error;

    public ValueTask<bool> TryRenameDirectory(string from, string to) => throw Error;

    public ValueTask<byte[]?> TryRead(string path) => throw Error;

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => throw Error;

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => throw Error;

    public ValueTask<IReadOnlyList<string>> List(string path) => throw Error;

    public ValueTask<bool> TryDelete(string path) => throw Error;

    public ValueTask CreateDirectory(string path) => throw Error;

    public ValueTask DeleteDirectory(string path) => throw Error;
}
