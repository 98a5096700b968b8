using MultiRunner.Format;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>What reruns have moved to the archive, as it really is.</summary>
internal sealed class ArchiveView(World world)
{
    private const string Prefix = SweepLayout.Archive + "/";

    /// <summary>Whether a result lies in one of the archives.</summary>
    public bool Holds(PointHistory point, MadeResult made) =>
        FoldersOf("/" + SweepLayout.Results).Any(folder => world.Files.Find($"{folder}/{point.ResultName}") is { } file && point.Find(file.Content) == made);

    /// <summary>
    /// Whether the artifacts of a published result lie there. A rerun that was stopped between the result and the artifacts may move
    /// those of the next result.
    /// </summary>
    public bool MayHoldArtifactsOf(PointHistory point, MadeResult result) =>
        world.Reruns.Any(rerun => rerun.WasSilent)
        && FoldersOf($"/{SweepLayout.Artifacts(point.Point)}").Any(folder => point.Find(world.Files.Find($"{folder}/model")?.Content) == result);

    private IEnumerable<string> FoldersOf(string end) =>
        world.Files.Directories.Where(folder => folder.StartsWith(Prefix, StringComparison.Ordinal) && folder.EndsWith(end, StringComparison.Ordinal));
}
