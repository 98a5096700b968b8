using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Whoever publishes the result of another worker leaves the artifacts where they are.</summary>
internal sealed class OwnArtifactsOnly(ISharedDirectory inner, string me) : Detour(inner)
{
    public override async ValueTask<bool> TryRenameDirectory(string from, string to) =>
        (SweepLayout.CommitOf(from[(from.LastIndexOf('/') + 1)..]) is not { } commit || commit.Owner == me)
        && await Inner.TryRenameDirectory(from, to).ConfigureAwait(false);
}
