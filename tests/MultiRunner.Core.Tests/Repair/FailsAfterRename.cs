using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Repair;

/// <summary>The first rename of a file is done and fails for a passing reason. Something happens before the caller learns of it.</summary>
internal sealed class FailsAfterRename(ISharedDirectory inner, string file, Action meanwhile) : Detour(inner)
{
    private bool hasFailed;

    public override async ValueTask<bool> TryRename(string from, string to)
    {
        var isDone = await Inner.TryRename(from, to).ConfigureAwait(false);
        if (from != file || hasFailed)
            return isDone;
        hasFailed = true;
        meanwhile();
        throw new SharedDirectoryException("passing", 5, isTransient: true);
    }
}
