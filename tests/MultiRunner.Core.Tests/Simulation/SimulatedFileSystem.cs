namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// The server's side of the shared directory: files (inodes) and their names. Each method is one atomic step; what makes a
/// network file system difficult is on the side of its clients.
/// </summary>
internal sealed class SimulatedFileSystem(World world)
{
    private readonly Dictionary<string, Dictionary<string, Entry>> directories = new(StringComparer.Ordinal);

    /// <summary>A name in a directory.</summary>
    /// <param name="File">The file that has the name.</param>
    /// <param name="Since">When it got it.</param>
    /// <param name="By">The client through which it got it.</param>
    public readonly record struct Entry(SimulatedFile File, long Since, SimulatedClient? By);

    /// <summary>Grows with every change of a name or a content.</summary>
    public long Version { get; private set; }

    public IReadOnlyCollection<string> Directories => directories.Keys;

    public bool HasDirectory(string path) => directories.ContainsKey(path);

    /// <summary>The names in a directory; none when it does not exist.</summary>
    public Dictionary<string, Entry> In(string directory) => directories.GetValueOrDefault(directory) ?? Nothing;

    /// <summary>The names of the directories in a directory.</summary>
    public IEnumerable<string> DirectoriesIn(string directory) =>
        from path in directories.Keys
        where path.Length > directory.Length + 1 && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal) && path.IndexOf('/', directory.Length + 1) < 0
        select path[(directory.Length + 1)..];

    public SimulatedFile? Find(string path)
    {
        var (directory, name) = Split(path);
        return In(directory).TryGetValue(name, out var entry) ? entry.File : null;
    }

    /// <summary>Creates a file, or finds the one that is there: creat(2) keeps the inode. Null: its directory is missing.</summary>
    public SimulatedFile? Create(string path, SimulatedClient? by)
    {
        var (directory, name) = Split(path);
        if (!directories.TryGetValue(directory, out var entries))
            return null;
        if (entries.TryGetValue(name, out var existing))
            return existing.File;
        var file = new SimulatedFile();
        entries.Add(name, new Entry(file, world.Now, by));
        Version++;
        return file;
    }

    public void SetContent(SimulatedFile file, byte[] content, SimulatedClient? notSyncedBy)
    {
        file.Content = content;
        file.NotSyncedBy = notSyncedBy;
        Version++;
    }

    public bool Rename(string from, string to, SimulatedClient? by)
    {
        var (fromDirectory, fromName) = Split(from);
        var (toDirectory, toName) = Split(to);
        if (!directories.TryGetValue(fromDirectory, out var source)
            || !source.TryGetValue(fromName, out var entry)
            || !directories.TryGetValue(toDirectory, out var target))
        {
            return false;
        }

        if (target.TryGetValue(toName, out var replaced))
        {
            // Two names of one file: rename(2) does nothing and says that it is done.
            if (replaced.File == entry.File)
                return true;
            replaced.File.IsLinked = false;
        }

        // A name that was there before is not new to anybody.
        source.Remove(fromName);
        target[toName] = replaced.File is null ? new Entry(entry.File, world.Now, by) : replaced with { File = entry.File };
        Version++;
        return true;
    }

    public bool Delete(string path)
    {
        var (directory, name) = Split(path);
        if (!In(directory).Remove(name, out var entry))
            return false;
        entry.File.IsLinked = false;
        Version++;
        return true;
    }

    public void CreateDirectory(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            directories.TryAdd(path[..end], new(StringComparer.Ordinal));
        directories.TryAdd(path, new(StringComparer.Ordinal));
    }

    /// <summary>Renames a directory without sub-directories; onto an empty one it succeeds, as rename(2) does.</summary>
    public bool RenameDirectory(string from, string to, SimulatedClient? by)
    {
        if (!directories.TryGetValue(from, out var entries) || In(to).Count > 0)
            return false;
        directories.Remove(from);
        foreach (var (name, entry) in entries.ToArray())
            entries[name] = entry with { Since = world.Now, By = by };
        directories[to] = entries;
        Version++;
        return true;
    }

    public void DeleteDirectory(string path)
    {
        if (!directories.Remove(path, out var entries))
            return;
        foreach (var entry in entries.Values)
            entry.File.IsLinked = false;
        Version++;
    }

    /// <summary>What happens when a client's machine loses power: content that was never synced is cut off anywhere.</summary>
    public void LoseUnsynced(SimulatedClient client, Dice dice)
    {
        foreach (var entry in directories.Values.SelectMany(d => d.Values).Where(e => e.File.NotSyncedBy == client))
            SetContent(entry.File, entry.File.Content[..dice.Below(entry.File.Content.Length + 1)], notSyncedBy: null);
    }

    private static readonly Dictionary<string, Entry> Nothing = [];

    private static (string Directory, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? ("", path) : (path[..slash], path[(slash + 1)..]);
    }
}
