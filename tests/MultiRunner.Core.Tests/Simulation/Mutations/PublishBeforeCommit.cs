using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A result gets its public name as soon as it is there.</summary>
internal sealed class PublishBeforeCommit(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        await Inner.WriteDurable(path, content).ConfigureAwait(false);
        if (IsCandidate(path))
            await Inner.TryRename(path, $"results/{PointOf(path)}.json").ConfigureAwait(false);
    }
}
