using MultiRunner.Format;
using MultiRunner.Storage;

namespace MultiRunner.Core.Tests.Simulation.Mutations;

/// <summary>
/// A rerun does not see what is in its archive, so that it comes to points again whose result it has moved. With
/// <paramref name="hasOneName"/> it moves the next result to the name that the first one has there.
/// </summary>
internal sealed class OneNameInArchive(ISharedDirectory inner, bool hasOneName = true) : Detour(inner)
{
    public override ValueTask<bool> TryRename(string from, string to) =>
        Inner.TryRename(from, hasOneName && IsInArchive(to) ? to[..(to.LastIndexOf('/') + 1)] + from[(from.LastIndexOf('/') + 1)..] : to);

    public override ValueTask<byte[]?> TryRead(string path) =>
        IsInArchive(path) && path.EndsWith(".json", StringComparison.Ordinal) ? ValueTask.FromResult<byte[]?>(null) : Inner.TryRead(path);

    public override ValueTask<IReadOnlyList<string>> List(string path) =>
        IsInArchive(path) ? ValueTask.FromResult<IReadOnlyList<string>>([]) : Inner.List(path);

    private static bool IsInArchive(string path) => path.StartsWith($"{SweepLayout.Archive}/", StringComparison.Ordinal);
}
