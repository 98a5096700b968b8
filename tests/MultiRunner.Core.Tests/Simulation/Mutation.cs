using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>A deliberate break of the protocol, to show that the simulation notices. One is made for each run.</summary>
/// <param name="Wrap">Puts the break between the protocol of a worker, given by its id, and the shared directory.</param>
/// <param name="Clock">Puts the break between a worker and its clock.</param>
internal sealed record Mutation(
    Func<ISharedDirectory, string, ISharedDirectory>? Wrap = null,
    Func<TimeProvider, TimeProvider>? Clock = null)
{
    /// <summary>State files have names that the protocol does not know.</summary>
    public bool HasOtherNames { get; init; }
}
