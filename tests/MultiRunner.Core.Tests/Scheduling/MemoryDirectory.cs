using System.Collections.Concurrent;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>A shared directory in memory that any number of threads may use. It counts what is asked of it, by kind and directory.</summary>
internal sealed class MemoryDirectory : ISharedDirectory
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    /// <summary>How often each kind of operation was asked for, such as "list ini".</summary>
    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a file is hidden from a reader just now, as by a cache that is behind.</summary>
    public Func<string, bool> Hides { get; init; } = _ => false;

    /// <summary>Whether listing a directory throws what no file system throws.</summary>
    public Func<string, bool> Breaks { get; set; } = _ => false;

    public ValueTask<bool> TryRename(string from, string to)
    {
        Count("rename", from);
        lock (gate)
        {
            if (!files.Remove(from, out var content))
                return ValueTask.FromResult(false);
            files[to] = content;
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        Count("rename directory", from);
        lock (gate)
        {
            var inside = files.Keys.Where(path => path.StartsWith($"{from}/", StringComparison.Ordinal)).ToList();
            if (inside.Count == 0 || files.Keys.Any(path => path.StartsWith($"{to}/", StringComparison.Ordinal)))
                return ValueTask.FromResult(false);
            foreach (var path in inside)
            {
                files.Remove(path, out var content);
                files[$"{to}{path[from.Length..]}"] = content!;
            }

            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<byte[]?> TryRead(string path)
    {
        Count("read", path);
        lock (gate)
            return ValueTask.FromResult(Hides(path) ? null : files.GetValueOrDefault(path));
    }

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Write(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        Count("write", path);
        lock (gate)
            files[path] = content.ToArray();
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<string>> List(string path)
    {
        Count("list", $"{path}/");
        if (Breaks(path))
            throw new InvalidOperationException("a fault of the library");
        lock (gate)
        {
            var prefix = path.Length == 0 ? "" : $"{path}/";
            return ValueTask.FromResult<IReadOnlyList<string>>([.. files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal)).Select(file => file[prefix.Length..].Split('/')[0]).Distinct()]);
        }
    }

    public ValueTask<bool> TryDelete(string path)
    {
        Count("delete", path);
        lock (gate)
            return ValueTask.FromResult(files.Remove(path));
    }

    public ValueTask CreateDirectory(string path)
    {
        Count("make directory", path);
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteDirectory(string path)
    {
        Count("delete directory", path);
        lock (gate)
        {
            foreach (var file in files.Keys.Where(file => file.StartsWith($"{path}/", StringComparison.Ordinal)).ToList())
                files.Remove(file);
        }

        return ValueTask.CompletedTask;
    }

    private void Count(string what, string path) =>
        Counts.AddOrUpdate($"{what} {path[..Math.Max(0, path.LastIndexOf('/'))]}".TrimEnd(), 1, (_, count) => count + 1);
}
