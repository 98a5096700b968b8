using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Nothing is done for a worker that died.</summary>
internal sealed class NoRepair(ISharedDirectory inner, string me) : Detour(inner)
{
    public override ValueTask<bool> TryRename(string from, string to)
    {
        var isOfOther = from.StartsWith("ini/", StringComparison.Ordinal) && from.LastIndexOf('.') is > 0 and var dot && from[(dot + 1)..] != me;
        return isOfOther ? ValueTask.FromResult(false) : Inner.TryRename(from, to);
    }
}
