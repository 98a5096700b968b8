namespace MultiRunner.Core.Tests.Simulation;

/// <summary>Something that the scheduler lets happen at a moment of simulated time.</summary>
/// <param name="owner">The process in which it happens, or null: it then happens whatever becomes of any worker.</param>
internal abstract class SimulatedEvent(SimulatedProcess? owner)
{
    public SimulatedProcess? Owner => owner;

    public abstract void Happen();
}

/// <summary>An event that is a delegate.</summary>
internal sealed class SimulatedAction(SimulatedProcess? owner, Action action) : SimulatedEvent(owner)
{
    public override void Happen() => action();
}
