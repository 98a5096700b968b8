using MultiRunner.Core.Tests.Simulation.Mutations;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Repair;

/// <summary>A client to which replies to renames are lost, and whose cache does not know what was moved to the archive.</summary>
internal sealed class LostReply(ISharedDirectory inner) : Detour(inner)
{
    /// <summary>Whether a rename that is done is reported as "no such file".</summary>
    public bool IsLost { get; set; }

    /// <summary>Whether no file in the archive can be read.</summary>
    public bool Hides { get; set; }

    /// <summary>Whether no listing shows one.</summary>
    public bool HidesListing { get; set; }

    public override async ValueTask<bool> TryRename(string from, string to) =>
        await Inner.TryRename(from, to).ConfigureAwait(false) && !IsLost;

    public override ValueTask<byte[]?> TryRead(string path) =>
        Hides && IsInArchive(path) ? ValueTask.FromResult<byte[]?>(null) : Inner.TryRead(path);

    public override ValueTask<IReadOnlyList<string>> List(string path) =>
        HidesListing && IsInArchive(path) ? ValueTask.FromResult<IReadOnlyList<string>>([]) : Inner.List(path);

    private static bool IsInArchive(string path) => path.StartsWith("archive/", StringComparison.Ordinal);
}
