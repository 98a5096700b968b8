using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>Failed attempts leave no record: those of a process that died, or those of one that lives.</summary>
internal sealed class NoAttemptRecords(ISharedDirectory inner, bool ofTheDead) : Detour(inner)
{
    public override ValueTask<bool> TryRename(string from, string to)
    {
        var isRecord = to.StartsWith("attempts/", StringComparison.Ordinal) && to.Contains(".crash.", StringComparison.Ordinal) == ofTheDead;
        return isRecord ? Drop(from) : Inner.TryRename(from, to);
    }

    private async ValueTask<bool> Drop(string temporary)
    {
        await Inner.TryDelete(temporary).ConfigureAwait(false);
        return true;
    }
}
