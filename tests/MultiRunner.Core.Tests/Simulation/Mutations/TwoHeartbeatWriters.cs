using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>While a beat is written, somebody else writes the one before it, under the same temporary name.</summary>
internal sealed class TwoHeartbeatWriters(ISharedDirectory inner) : Detour(inner)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> before = new(StringComparer.Ordinal);

    public override async ValueTask Write(string path, ReadOnlyMemory<byte> content)
    {
        if (path.StartsWith("workers/.", StringComparison.Ordinal))
        {
            if (before.TryGetValue(path, out var old))
                _ = WriteToo(path, old);
            before[path] = content;
        }

        await Inner.Write(path, content).ConfigureAwait(false);
    }

    private async Task WriteToo(string path, ReadOnlyMemory<byte> content)
    {
        try
        {
            await Inner.Write(path, content).ConfigureAwait(false);
            await Inner.TryRename(path, $"workers/{path["workers/.".Length..path.LastIndexOf('.')]}").ConfigureAwait(false);
        }
        catch (SharedDirectoryException)
        {
            // The second writer does not retry.
        }
    }
}
