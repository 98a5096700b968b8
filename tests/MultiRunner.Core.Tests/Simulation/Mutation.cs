using MultiRunner.Sweeps;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>A deliberate break of the protocol, to show that the simulation notices.</summary>
/// <param name="Wrap">Puts the break between the protocol of a worker and the shared directory.</param>
/// <param name="Clock">Puts the break between a worker and its clock.</param>
internal sealed record Mutation(
    Func<ISharedDirectory, string, ISharedDirectory>? Wrap = null,
    Func<TimeProvider, TimeProvider>? Clock = null);
