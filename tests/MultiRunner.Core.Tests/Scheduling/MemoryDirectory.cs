using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Scheduling;

/// <summary>
/// A shared directory in memory that any number of threads may use. No operation takes longer when there are more files, listings
/// aside.
/// </summary>
internal sealed class MemoryDirectory : ISharedDirectory
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<string, byte[]>> folders = new(StringComparer.Ordinal) { [""] = [] };

    /// <summary>Whether a file is hidden from a reader just now, as by a cache that is behind.</summary>
    public Func<string, bool> Hides { get; init; } = _ => false;

    /// <summary>Whether listing a directory throws what no file system throws.</summary>
    public Func<string, bool> Breaks { get; set; } = _ => false;

    /// <summary>Whether another process has a file open just now, so that Windows would refuse to rename it.</summary>
    public Func<string, bool> IsInUse { get; set; } = _ => false;

    public ValueTask<bool> TryRenameUnlessInUse(string from, string to) => IsInUse(from)
        ? throw new SharedDirectoryException($"rename of '{from}' failed: it is in use", 32, isTransient: true) { IsInUse = true }
        : TryRename(from, to);

    public ValueTask<bool> TryRename(string from, string to)
    {
        lock (gate)
        {
            var (folder, name) = Split(from);
            if (!folders.TryGetValue(folder, out var files) || !files.Remove(name, out var content))
                return ValueTask.FromResult(false);
            Put(to, content);
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        lock (gate)
        {
            if (!folders.TryGetValue(from, out var files) || folders.TryGetValue(to, out var there) && there.Count > 0)
                return ValueTask.FromResult(false);
            folders.Remove(from);
            folders[to] = files;
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<byte[]?> TryRead(string path)
    {
        lock (gate)
        {
            var (folder, name) = Split(path);
            var content = folders.TryGetValue(folder, out var files) ? files.GetValueOrDefault(name) : null;
            return ValueTask.FromResult(Hides(path) ? null : content);
        }
    }

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Set(path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => Set(path, content);

    public ValueTask<IReadOnlyList<string>> List(string path)
    {
        if (Breaks(path))
            throw new InvalidOperationException("a fault of the library");
        lock (gate)
        {
            var names = folders.TryGetValue(path, out var files) ? files.Keys.ToList() : [];
            var prefix = path.Length == 0 ? "" : $"{path}/";
            names.AddRange(folders.Keys.Where(f => f.Length > prefix.Length && f.StartsWith(prefix, StringComparison.Ordinal))
                .Select(f => f[prefix.Length..].Split('/')[0]).Distinct());
            return ValueTask.FromResult<IReadOnlyList<string>>(names);
        }
    }

    public ValueTask<bool> TryDelete(string path)
    {
        lock (gate)
        {
            var (folder, name) = Split(path);
            return ValueTask.FromResult(folders.TryGetValue(folder, out var files) && files.Remove(name));
        }
    }

    public ValueTask CreateDirectory(string path)
    {
        lock (gate)
            folders.TryAdd(path, []);
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteDirectory(string path)
    {
        lock (gate)
        {
            foreach (var folder in folders.Keys.Where(f => f == path || f.StartsWith($"{path}/", StringComparison.Ordinal)).ToList())
                folders.Remove(folder);
        }

        return ValueTask.CompletedTask;
    }

    private ValueTask Set(string path, ReadOnlyMemory<byte> content)
    {
        lock (gate)
            Put(path, content.ToArray());
        return ValueTask.CompletedTask;
    }

    // As if every directory were there already: what is tested with this one makes few of them.
    private void Put(string path, byte[] content)
    {
        var (folder, name) = Split(path);
        if (!folders.TryGetValue(folder, out var files))
            folders.Add(folder, files = []);
        files[name] = content;
    }

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? ("", path) : (path[..slash], path[(slash + 1)..]);
    }
}
