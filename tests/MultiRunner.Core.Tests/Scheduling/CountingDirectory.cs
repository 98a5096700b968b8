using System.Collections.Concurrent;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>Passes everything on to a directory, and counts what is asked of it, by kind and directory.</summary>
internal sealed class CountingDirectory(ISharedDirectory inner) : ISharedDirectory
{
    private long namesListed;

    /// <summary>How often each kind of operation was asked for, such as "list ini".</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>How many names all listings together have shown.</summary>
    public long NamesListed => namesListed;

    /// <summary>How many renames found that somebody else had been faster.</summary>
    public int LostRenames { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        Counts.Clear();
        (namesListed, LostRenames) = (0, 0);
    }

    public async ValueTask<bool> TryRename(string from, string to)
    {
        Count("rename", from);
        var isDone = await inner.TryRename(from, to).ConfigureAwait(false);
        if (!isDone)
            LostRenames++;
        return isDone;
    }

    public ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        Count("rename directory", from);
        return inner.TryRenameDirectory(from, to);
    }

    public ValueTask<byte[]?> TryRead(string path)
    {
        Count("read", path);
        return inner.TryRead(path);
    }

    public ValueTask<byte[]?> TryReadStart(string path, int most)
    {
        Count("read start", path);
        return inner.TryReadStart(path, most);
    }

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        Count("write durably", path);
        return inner.WriteDurable(path, content);
    }

    public ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        Count("write", path);
        return inner.Write(path, content);
    }

    public async ValueTask<IReadOnlyList<string>> List(string path)
    {
        Count("list", $"{path}/");
        var names = await inner.List(path).ConfigureAwait(false);
        Interlocked.Add(ref namesListed, names.Count);
        return names;
    }

    public ValueTask<bool> TryDelete(string path)
    {
        Count("delete", path);
        return inner.TryDelete(path);
    }

    public ValueTask CreateDirectory(string path)
    {
        Count("make directory", path);
        return inner.CreateDirectory(path);
    }

    public ValueTask DeleteDirectory(string path)
    {
        Count("delete directory", path);
        return inner.DeleteDirectory(path);
    }

    private void Count(string what, string path) =>
        Counts.AddOrUpdate($"{what} {path[..Math.Max(0, path.LastIndexOf('/'))]}".TrimEnd(), 1, (_, count) => count + 1);
}
