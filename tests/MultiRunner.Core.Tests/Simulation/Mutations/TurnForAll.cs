using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Each worker is told that it has the turn to make the directory.</summary>
internal sealed class TurnForAll(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask<bool> TryRenameDirectory(string from, string to) =>
        await Inner.TryRenameDirectory(from, to).ConfigureAwait(false) || to == SweepLayout.Making;
}
