namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Something that the scheduler lets happen at a moment of simulated time.</summary>
/// <param name="owner">The worker in whose process it happens, or null: it then happens whatever becomes of any worker.</param>
internal abstract class SimulatedEvent(SimulatedWorker? owner)
{
    public SimulatedWorker? Owner => owner;

    public abstract void Happen();
}

/// <summary>An event that is a delegate.</summary>
internal sealed class SimulatedAction(SimulatedWorker? owner, Action action) : SimulatedEvent(owner)
{
    public override void Happen() => action();
}
