using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>The artifacts of a candidate get its name when the commit has succeeded.</summary>
internal sealed class ArtifactsAfterCommit(ISharedDirectory inner) : Detour(inner)
{
    private (string From, string To)? held;

    public override async ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        if (from.Count(c => c == '.') != 3)
            return await Inner.TryRenameDirectory(from, to).ConfigureAwait(false);
        held = (from, to);
        return true;
    }

    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var done = await Inner.TryRename(from, to).ConfigureAwait(false);
        if (IsCommit(to) && held is { } artifacts)
            await Inner.TryRenameDirectory(artifacts.From, artifacts.To).ConfigureAwait(false);
        return done;
    }
}
