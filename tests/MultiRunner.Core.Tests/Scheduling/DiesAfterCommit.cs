using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>A directory whose user can do nothing more once a result has been committed, as if the process had ended there.</summary>
internal sealed class DiesAfterCommit(ISharedDirectory inner) : ISharedDirectory
{
    private bool isDead;

    private ISharedDirectory Inner => !isDead ? inner : throw new SharedDirectoryException("The worker is dead.", error: 5, isTransient: false);

    public async ValueTask<bool> TryRename(string from, string to)
    {
        var done = await Inner.TryRename(from, to);
        isDead = to.Contains("_finished.", StringComparison.Ordinal);
        return done;
    }

    public ValueTask<bool> TryRenameDirectory(string from, string to) => Inner.TryRenameDirectory(from, to);

    public ValueTask<byte[]?> TryRead(string path) => Inner.TryRead(path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Inner.WriteDurable(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => Inner.Write(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => Inner.List(path);

    public ValueTask<bool> TryDelete(string path) => Inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => Inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => Inner.DeleteDirectory(path);
}
