using System.Runtime.InteropServices;
using System.Threading.Tasks.Sources;
using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>
/// One machine's view of the shared directory, with what makes network file systems difficult: slow and lost replies, calls
/// that fail although they were done, and caches of names, of contents and of listings that others have changed since.
/// </summary>
internal sealed class SimulatedClient : ISharedDirectory
{
    private const int ENOENT = 2;
    private const int EIO = 5;
    private const int EACCES = 13;
    private const int ENOSPC = 28;

    private const int MostInARow = 6;

    private readonly World world;
    private readonly Faults faults;
    private readonly ClientCache cache;
    private readonly double slowness;
    private readonly Dictionary<(Verb Verb, string Path), int> passing = [];
    private long unreachableUntil;

    public SimulatedClient(World world, SimulatedProcess process, Faults faults)
    {
        this.world = world;
        this.faults = faults;
        Process = process;
        cache = new ClientCache(world, this, faults);
        slowness = faults.Latency * world.Dice.Pick(1, 1, 1, 5);
    }

    public SimulatedProcess Process { get; }

    /// <summary>Whether it was told of a failure that is not worth repeating: its worker may stop and leave things behind.</summary>
    public bool HasFailed { get; private set; }

    private Dice Dice => world.Dice;

    private SimulatedFileSystem Files => world.Files;

    public ValueTask<bool> TryRename(string from, string to) => Ask<bool>(Verb.Rename, from, to);

    public ValueTask<bool> TryRenameDirectory(string from, string to) => Ask<bool>(Verb.RenameDirectory, from, to);

    public ValueTask<byte[]?> TryRead(string path) => Ask<byte[]?>(Verb.Read, path);

    public ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) => Tell(Verb.WriteDurable, path, content);

    public ValueTask Write(string path, ReadOnlyMemory<byte> content) => Tell(Verb.Write, path, content);

    public ValueTask<IReadOnlyList<string>> List(string path) => Ask<IReadOnlyList<string>>(Verb.List, path);

    public ValueTask<bool> TryDelete(string path) => Ask<bool>(Verb.Delete, path);

    public ValueTask CreateDirectory(string path) => Tell(Verb.CreateDirectory, path);

    public ValueTask DeleteDirectory(string path) => Tell(Verb.DeleteDirectory, path);

    /// <summary>The next step of an operation: its first half, its effect, or the answer to the caller.</summary>
    public void Advance(Operation operation)
    {
        if (operation.Done)
        {
            Answer(operation);
            return;
        }

        if (faults.Strikes(faults.Crash, Dice))
        {
            if (Dice.Chance(0.5))
                Perform(operation, whole: Dice.Chance(0.5));
            world.Trace.Add(operation, "its process dies");
            Process.Die(losesPower: Dice.Chance(0.3));
            return;
        }

        var fault = Fail(operation);
        if (fault is null)
        {
            if (!operation.Begun && HasTwoSteps(operation))
            {
                Begin(operation);
                world.Schedule(operation, Latency());
                return;
            }

            Perform(operation);
            passing.Remove((operation.Verb, operation.Path));
            if (operation is { Verb: Verb.Rename or Verb.RenameDirectory, Flag: true } && Dice.Chance(faults.LostReply))
            {
                operation.Flag = false;
                fault = "done, but the reply was lost";
            }
        }

        world.Trace.Add(operation, fault);
        if (fault is null)
            Learn(operation);
        else
            cache.Forget(operation.Path);
        if (faults.Strikes(faults.Pause, Dice))
        {
            Process.Suspend();
            operation.Done = true;
            world.Schedule(operation, 0);
            return;
        }

        Answer(operation);
    }

    private void Answer(Operation operation)
    {
        Process.Answering(operation);
        operation.Complete();
    }

    private ValueTask<T> Ask<T>(Verb verb, string path, string? target = null)
    {
        var operation = Start(new Operation(this, verb, path, target, default));
        return new ValueTask<T>((IValueTaskSource<T>)(object)operation, operation.Version);
    }

    private ValueTask Tell(Verb verb, string path, ReadOnlyMemory<byte> content = default)
    {
        var operation = Start(new Operation(this, verb, path, null, content));
        return new ValueTask(operation, operation.Version);
    }

    private Operation Start(Operation operation)
    {
        world.ExpectOneThread();
        world.Schedule(operation, Latency());
        return operation;
    }

    private long Latency() => (long)(slowness * Dice.Fraction() * (Dice.Chance(0.02) ? 20 : 2) * TimeSpan.TicksPerSecond);

    /// <summary>Lets an operation fail, if it is to, and says how.</summary>
    private string? Fail(Operation operation)
    {
        if (faults.Strikes(faults.Outage, Dice))
            unreachableUntil = world.Now + Dice.Seconds(1, 90);
        if (world.Now < unreachableUntil)
        {
            HasFailed = true;
            operation.Error = new SharedDirectoryException("unreachable", EIO, isTransient: true);
            return "unreachable";
        }

        // Passing means that it passes while the worker is still patient.
        ref var inARow = ref CollectionsMarshal.GetValueRefOrAddDefault(passing, (operation.Verb, operation.Path), out _);
        if (inARow < MostInARow && Dice.Chance(faults.Transient))
        {
            inARow++;
            var done = Dice.Chance(0.4);
            if (done)
                Perform(operation, whole: operation.Verb != Verb.WriteDurable || Dice.Chance(0.5));
            operation.Error = new SharedDirectoryException("passing", EIO, isTransient: true);
            return done ? "EIO, but done" : "EIO";
        }

        if (operation.Verb is Verb.Write or Verb.WriteDurable && (world.DiskIsFull || faults.Strikes(faults.FullDisk, Dice)) && Dice.Chance(0.9))
        {
            if (!world.DiskIsFull)
                world.FillDisk();
            HasFailed = true;
            Perform(operation, whole: false);
            operation.Error = new SharedDirectoryException("full", ENOSPC, isTransient: false);
            return "ENOSPC";
        }

        return null;
    }

    private bool HasTwoSteps(Operation operation) => operation.Verb switch
    {
        Verb.Write or Verb.WriteDurable => true,
        Verb.List => faults.TornListings,
        Verb.Rename => faults.TornRenames,
        _ => false,
    };

    /// <summary>Creates or empties the file, reads the first half of the directory, or looks up the old name.</summary>
    private void Begin(Operation operation)
    {
        operation.Begun = true;
        if (operation.Verb == Verb.List)
        {
            operation.FirstHalf = cache.List(operation.Path);
            return;
        }

        if (operation.Verb == Verb.Rename)
        {
            operation.File = cache.Find(operation.Path);
            return;
        }

        // Through a name that is out of date, what the name meant before is opened and cut off.
        operation.File = cache.Find(operation.Path) is { IsLinked: true } known ? known : Files.Create(operation.Path, this);
        if (operation.File is { } file)
            Files.SetContent(file, [], this);
        cache.Remember(operation.Path, operation.File);
    }

    /// <summary>Does what was asked for; a write that is not whole is cut off somewhere.</summary>
    private void Perform(Operation operation, bool whole = true)
    {
        switch (operation.Verb)
        {
            case Verb.Rename:
                operation.Flag = Rename(operation);
                break;
            case Verb.RenameDirectory:
                operation.Flag = Files.RenameDirectory(operation.Path, operation.Target!, this);
                break;
            case Verb.Read:
                operation.Bytes = Read(operation.Path);
                break;
            case Verb.Write or Verb.WriteDurable:
                Write(operation, whole);
                break;
            case Verb.List:
                operation.Names = List(operation);
                break;
            case Verb.Delete:
                operation.Flag = cache.Find(operation.Path) is not null && Files.Delete(operation.Path);
                break;
            case Verb.CreateDirectory:
                Files.CreateDirectory(operation.Path);
                world.Judge.Turns.Made(operation.Path);
                break;
            case Verb.DeleteDirectory when operation.Path.StartsWith(SweepLayout.ArtifactsFolder, StringComparison.Ordinal) && faults.Failure > 0 && Dice.Chance(0.5):
                // The experiment made something in it that its own user may not delete.
                operation.Error = new SharedDirectoryException("denied", EACCES, isTransient: false);
                break;
            default:
                Files.DeleteDirectory(operation.Path);
                break;
        }
    }

    private bool Rename(Operation operation)
    {
        var source = operation.Begun ? operation.File : cache.Find(operation.Path);
        if (source is null)
            return false;

        // The kernel finds two names of one file and has nothing to do: so a client with an old name wins, too.
        return source == cache.Find(operation.Target!) || Files.Rename(operation.Path, operation.Target!, this);
    }

    private byte[]? Read(string path)
    {
        var file = cache.Find(path);
        if (file is { IsLinked: false } && !faults.ContentStale)
        {
            // A stale handle: the kernel looks the name up anew.
            cache.Forget(path);
            file = cache.Find(path);
        }

        return file?.Content;
    }

    private void Write(Operation operation, bool whole)
    {
        if (!operation.Begun)
            Begin(operation);
        if (operation.File is not { } file)
        {
            operation.Error = new SharedDirectoryException("no such directory", ENOENT, isTransient: false);
            return;
        }

        if (!MemoryMarshal.TryGetArray(operation.Content, out var array) || array.Count != array.Array!.Length)
            array = operation.Content.ToArray();
        var content = whole ? array.Array! : array.Array![..Dice.Below(array.Count + 1)];
        Files.SetContent(file, content, operation.Verb == Verb.Write || !whole ? this : null);
    }

    private List<string> List(Operation operation)
    {
        var seen = cache.List(operation.Path);
        if (operation.FirstHalf is { } before)
        {
            // What came or went meanwhile is seen, or not, by chance.
            var torn = new List<string>(seen.Count + 1);
            foreach (var name in seen)
            {
                if (before.Contains(name) || Dice.Chance(0.5))
                    torn.Add(name);
            }

            foreach (var name in before)
            {
                if (!seen.Contains(name) && Dice.Chance(0.5))
                    torn.Add(name);
            }

            seen = torn;
        }

        cache.RememberListing(operation.Path, seen);
        foreach (var name in faults.ListingsFillCache ? seen : [])
            cache.Remember($"{operation.Path}/{name}");
        return seen;
    }

    /// <summary>Takes what a successful operation did into the cache.</summary>
    private void Learn(Operation operation)
    {
        if (operation.Verb is Verb.Rename or Verb.Delete)
        {
            if (operation is { Verb: Verb.Rename, Flag: true } && cache.Find(operation.Path) is { } file)
                cache.Remember(operation.Target!, file);
            if (operation.Flag)
                cache.Remember(operation.Path, null);
            else
                cache.Forget(operation.Path);
        }

        if (operation is { Verb: Verb.RenameDirectory, Flag: true })
            cache.ForgetIn(operation.Target!);
        if (operation.Verb is Verb.Read or Verb.List || faults.OwnChangesStale)
            return;
        cache.ForgetListing(operation.Path);
        if (operation.Target is { } target)
            cache.ForgetListing(target);
    }
}
