using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>The candidate is written when the commit has succeeded.</summary>
internal sealed class CommitBeforeCandidate(ISharedDirectory inner) : Detour(inner)
{
    private (string Path, ReadOnlyMemory<byte> Content)? held;

    public override async ValueTask WriteDurable(string path, ReadOnlyMemory<byte> content)
    {
        if (IsCandidate(path))
            held = (path, content);
        else
            await Inner.WriteDurable(path, content).ConfigureAwait(false);
    }

    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var done = await Inner.TryRename(from, to).ConfigureAwait(false);
        if (IsCommit(to) && held is { } candidate)
            await Inner.WriteDurable(candidate.Path, candidate.Content).ConfigureAwait(false);
        return done;
    }
}
