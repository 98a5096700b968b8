using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>A rerun leaves the state file under its name until the result is in the archive, and puts whatever is finished then back.</summary>
internal sealed class RerunWithoutTaking(ISharedDirectory inner, string me) : Detour(inner)
{
    private bool IsTaken(string path) => WorkerIdentity.IsTool(me) && path.EndsWith($"_finished.{me}", StringComparison.Ordinal);

    public override ValueTask<bool> TryRename(string from, string to) =>
        IsTaken(to) ? ValueTask.FromResult(true)
        : IsTaken(from) ? Inner.TryRename(from[..^(me.Length + 1)], to)
        : Inner.TryRename(from, to);
}
