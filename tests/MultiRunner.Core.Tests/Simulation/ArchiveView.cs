using MultiRunner.Format;

namespace MultiRunner.Core.Tests.Simulation;

/// <summary>What reruns have moved to the archive, as it really is.</summary>
internal sealed class ArchiveView(World world)
{
    private const string Prefix = SweepLayout.Archive + "/";

    /// <summary>Whether a result lies in one of the archives, under its name or the name of a later move.</summary>
    public bool Holds(PointHistory point, MadeResult made) =>
        Folders.Where(folder => folder.EndsWith($"/{SweepLayout.Results}", StringComparison.Ordinal))
            .SelectMany(folder => world.Files.In(folder))
            .Any(file => IsOrFollows(file.Key, point.ResultName) && point.Find(file.Value.File.Content) == made);

    /// <summary>
    /// Whether the artifacts of a published result lie there. A rerun that was stopped between the result and the artifacts may move
    /// those of the next result.
    /// </summary>
    public bool MayHoldArtifactsOf(PointHistory point, MadeResult result) =>
        world.Reruns.Any(rerun => rerun.WasSilent)
        && Folders.Any(folder => IsOrFollows(WithoutPrefix(folder), SweepLayout.Artifacts(point.Point))
            && point.Find(world.Files.Find($"{folder}/model")?.Content) == result);

    /// <summary>The names of the records of attempts at a point that lie there.</summary>
    public IEnumerable<string> AttemptsAt(int point) =>
        Folders.Where(folder => WithoutPrefix(folder) == SweepLayout.Attempts)
            .SelectMany(folder => world.Files.In(folder).Keys)
            .Where(name => SweepLayout.PointOfAttempt(name) == point);

    private IEnumerable<string> Folders => world.Files.Directories.Where(folder => folder.StartsWith(Prefix, StringComparison.Ordinal));

    private static string WithoutPrefix(string folder) => folder[(folder.IndexOf('/', Prefix.Length) + 1)..];

    private static bool IsOrFollows(string name, string first) =>
        name == first || name.StartsWith($"{first}.", StringComparison.Ordinal);
}
