using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A rerun moves the result first and the checkpoints afterwards.</summary>
internal sealed class ResultBeforeCheckpoints(ISharedDirectory inner) : Detour(inner)
{
    private (string From, string To)? late;

    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var isMoved = await Inner.TryRename(from, to).ConfigureAwait(false);
        if (from.StartsWith(SweepLayout.Results, StringComparison.Ordinal) && late is var (checkpoints, archive))
            await Inner.TryRenameDirectory(checkpoints, archive).ConfigureAwait(false);
        return isMoved;
    }

    public override ValueTask<bool> TryRenameDirectory(string from, string to)
    {
        if (!from.StartsWith(SweepLayout.CheckpointsFolder, StringComparison.Ordinal))
            return Inner.TryRenameDirectory(from, to);
        late = (from, to);
        return ValueTask.FromResult(true);
    }
}
