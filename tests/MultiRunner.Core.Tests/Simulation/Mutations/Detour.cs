using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Passes everything on; a mutation overrides what it breaks.</summary>
internal abstract class Detour(ISharedDirectory inner) : ISharedDirectory
{
    protected ISharedDirectory Inner => inner;

    public virtual ValueTask<bool> TryRename(string from, string to) => inner.TryRename(from, to);

    public virtual ValueTask<bool> TryRenameDirectory(string from, string to) => inner.TryRenameDirectory(from, to);

    public virtual ValueTask<byte[]?> TryRead(string path) => inner.TryRead(path);

    public virtual ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => inner.WriteDurable(path, content);

    public virtual ValueTask Write(string path, ReadOnlyMemory<byte> content) => inner.Write(path, content);

    public virtual ValueTask<IReadOnlyList<string>> List(string path) => inner.List(path);

    public virtual ValueTask<bool> TryDelete(string path) => inner.TryDelete(path);

    public ValueTask CreateDirectory(string path) => inner.CreateDirectory(path);

    public ValueTask DeleteDirectory(string path) => inner.DeleteDirectory(path);

    protected static bool IsCandidate(string path) => path.StartsWith("results/.", StringComparison.Ordinal);

    protected static bool IsCommit(string to) => to.Contains("_finished.", StringComparison.Ordinal);

    protected static bool IsPublication(string from, string to) => IsCandidate(from) && to.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>The point in the name of a state file or of a candidate.</summary>
    protected static string PointOf(string path)
    {
        var name = NameIn(path);
        return name[..name.IndexOfAny(['_', '.'])];
    }

    /// <summary>The worker and its attempt in the name of a candidate or of a committed point's state file.</summary>
    protected static string MakerIn(string path) => NameIn(path).Split('.', 2)[1];

    private static string NameIn(string path) => path[(path.LastIndexOf('/') + 1)..].TrimStart('.');
}
