using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Nobody can take the turn from a worker that died.</summary>
internal sealed class TurnForever(ISharedDirectory inner, string me) : Detour(inner)
{
    public override async ValueTask<bool> TryRenameDirectory(string from, string to) =>
        (from != SweepLayout.Making || (await Inner.List(from).ConfigureAwait(false)).Contains(SweepLayout.NameOfMaker(me)))
        && await Inner.TryRenameDirectory(from, to).ConfigureAwait(false);
}
