using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A failed fsync of a result is not noticed, as with .NET's own Flush(true).</summary>
internal sealed class SwallowedWriteErrors(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        try
        {
            await Inner.WriteDurable(path, content).ConfigureAwait(false);
        }
        catch (SharedDirectoryException) when (IsCandidate(path))
        {
            // That is the mistake.
        }
    }
}
