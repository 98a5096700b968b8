using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A point is marked as finished before its result has its public name.</summary>
internal sealed class SealBeforePublish(ISharedDirectory inner) : Detour(inner)
{
    public override async ValueTask<bool> TryRename(string from, string to)
    {
        if (IsPublication(from, to))
        {
            var committed = $"ini/{PointOf(from)}_finished";
            await Inner.TryRename($"{committed}.{MakerIn(from)}", committed).ConfigureAwait(false);
        }

        return await Inner.TryRename(from, to).ConfigureAwait(false);
    }
}
