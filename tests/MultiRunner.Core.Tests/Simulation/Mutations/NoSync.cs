using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Results are written, but not synced.</summary>
internal sealed class NoSync(ISharedDirectory inner) : Detour(inner)
{
    public override ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content) =>
        IsCandidate(path) ? Inner.Write(path, content) : Inner.WriteDurable(path, content);
}
