using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A commit that is reported as failed is taken to have failed, and the candidate is dropped.</summary>
internal sealed class DropOnLostReply(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var done = await Inner.TryRename(from, to).ConfigureAwait(false);
        if (!done && IsCommit(to))
            await Inner.TryDelete($"results/.{PointOf(to)}.{MakerIn(to)}").ConfigureAwait(false);
        return done;
    }
}
