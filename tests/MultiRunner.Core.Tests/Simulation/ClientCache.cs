namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// What one client believes of the names in the shared directory: true when it asked the server, which may be up to 30 s
/// ago by its own monotonic clock. Everything is keyed by path, as the kernel's cache of directory entries is.
/// </summary>
internal sealed class ClientCache
{
    private readonly World world;
    private readonly SimulatedClient client;
    private readonly long namesStale;
    private readonly long listingsStale;
    private readonly long hidden;
    private readonly Dictionary<string, (SimulatedFile? File, long Until)> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (List<string> Names, long Until)> listings = new(StringComparer.Ordinal);

    public ClientCache(World world, SimulatedClient client, Faults faults)
    {
        this.world = world;
        this.client = client;
        long OfAtMost(double seconds) => seconds > 0 && world.Dice.Chance(0.7) ? world.Dice.Seconds(0, seconds) : 0;
        namesStale = OfAtMost(faults.NamesStale);
        hidden = OfAtMost(faults.NamesHidden);

        // What a listing shows is not out of date for two reasons, one on top of the other.
        listingsStale = Math.Min(OfAtMost(faults.ListingsStale), Faults.OldestCache.Ticks - hidden);
    }

    private long Now => client.Process.Clock.Now;

    /// <summary>The file with a name; null when there is none. Both may be out of date.</summary>
    public SimulatedFile? Find(string path)
    {
        if (namesStale == 0)
            return world.Files.Find(path);
        if (names.TryGetValue(path, out var known) && Now < known.Until)
            return known.File;
        var file = world.Files.Find(path);
        Remember(path, file);
        return file;
    }

    public void Remember(string path, SimulatedFile? file)
    {
        if (namesStale > 0)
            names[path] = (file, Now + (long)(world.Dice.Fraction() * namesStale));
    }

    /// <summary>What a listing tells of a name; a cached listing tells nothing new.</summary>
    public void Remember(string path)
    {
        if (namesStale > 0 && world.Files.Find(path) is { } file)
            Remember(path, file);
    }

    public void Forget(string path) => names.Remove(path);

    /// <summary>This client renamed a directory itself: what it knew of names in one that was not there is void.</summary>
    public void ForgetIn(string directory)
    {
        foreach (var path in names.Keys.Where(p => p.StartsWith(directory, StringComparison.Ordinal)).ToList())
            names.Remove(path);
        listings.Remove(directory);
    }

    /// <summary>The names in a directory, in no order.</summary>
    public List<string> List(string directory)
    {
        if (listings.TryGetValue(directory, out var known) && Now < known.Until)
            return known.Names;
        var seen = new List<string>();
        foreach (var (name, entry) in world.Files.In(directory))
        {
            if (hidden == 0 || entry.By == client || world.Now - entry.Since >= hidden)
                seen.Add(name);
        }

        seen.AddRange(world.Files.DirectoriesIn(directory));
        world.Dice.Shuffle(seen);
        return seen;
    }

    /// <summary>Keeps a listing for as long as this client keeps listings.</summary>
    public void RememberListing(string directory, List<string> seen)
    {
        if (listingsStale > 0 && !(listings.TryGetValue(directory, out var known) && Now < known.Until))
            listings[directory] = (seen, Now + (long)(world.Dice.Fraction() * listingsStale));
    }

    /// <summary>This client changed a directory itself.</summary>
    public void ForgetListing(string path)
    {
        if (listingsStale > 0 && path.LastIndexOf('/') is > 0 and var slash)
            listings.Remove(path[..slash]);
    }
}
