using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A rename of a state file is a copy and a deletion, which is what some file managers and File.Move across devices make of it.</summary>
internal sealed class CopyAndDelete(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask<bool> TryRename(string from, string to)
    {
        if (!from.StartsWith("ini/", StringComparison.Ordinal))
            return await Inner.TryRename(from, to).ConfigureAwait(false);
        if (await Inner.TryRead(from).ConfigureAwait(false) is not { } content)
            return false;
        await Inner.WriteDurable(to, content).ConfigureAwait(false);
        return await Inner.TryDelete(from).ConfigureAwait(false);
    }
}
