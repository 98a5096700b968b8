using System.Globalization;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>One process on one machine, with its view of the directory and its clock. It may die, be stopped, or sleep.</summary>
internal abstract class SimulatedProcess
{
    protected SimulatedProcess(World world, string id, Faults faults)
    {
        World = world;
        Id = id;
        Faults = faults;
        Clock = new SimulatedClock(world, this, TimeSpan.FromTicks(world.Dice.Seconds(-9000, 9000)));
        Client = new SimulatedClient(world, this, faults);
        Patient = new RetryingDirectory(Client, Clock);
    }

    public string Id { get; }

    public SimulatedClock Clock { get; }

    public SimulatedClient Client { get; }

    /// <summary>How long its monotonic clock has stood still.</summary>
    public long Slept { get; private set; }

    public long SuspendedUntil { get; private set; }

    /// <summary>Its process is gone: nothing of it happens any more.</summary>
    public bool IsDead { get; private set; }

    public bool HasLeft { get; protected set; }

    /// <summary>Whether others may have had reason to take it for dead.</summary>
    public bool WasSilent { get; protected set; }

    public bool IsActive => !IsDead && !HasLeft;

    protected World World { get; }

    protected Faults Faults { get; }

    protected RetryingDirectory Patient { get; }

    /// <summary>An operation of the process is about to be answered, so that it certainly waits for nothing else.</summary>
    public virtual void Answering(Operation operation)
    {
    }

    public void Die(bool losesPower)
    {
        IsDead = true;
        if (losesPower)
            World.Files.LoseUnsynced(Client, World.Dice);
        Died();
    }

    /// <summary>Stops the process for a while, or puts its machine to sleep: then its monotonic clock stands still, too.</summary>
    public void Suspend()
    {
        var length = World.Dice.Chance(0.3) ? World.Dice.Seconds(1, 30) : World.Dice.Seconds(50, 200);
        SuspendedUntil = World.Now + length;
        WasSilent = true;
        var sleeps = World.Dice.Chance(0.5);
        if (sleeps)
            Slept += length;
        World.Trace.Add(this, sleeps ? "its machine sleeps" : "is stopped", string.Create(CultureInfo.InvariantCulture, $"for {length / TimeSpan.TicksPerSecond} s"));
    }

    /// <summary>It is gone; another may be started in its place.</summary>
    protected abstract void Died();
}
