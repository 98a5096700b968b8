using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Whoever looks at another's heartbeat sees what it saw first: the living are taken for dead.</summary>
internal sealed class FrozenHeartbeats(ISharedDirectory inner) : Detour(inner)
{
    private readonly Dictionary<string, byte[]?> first = [];

    public override async ValueTask<byte[]?> TryRead(string path)
    {
        if (!path.StartsWith("workers/", StringComparison.Ordinal))
            return await Inner.TryRead(path).ConfigureAwait(false);
        if (!first.TryGetValue(path, out var seen))
            first.Add(path, seen = await Inner.TryRead(path).ConfigureAwait(false));
        return seen;
    }
}
