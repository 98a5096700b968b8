using MultiRunner.Format;

namespace MultiRunner.Protocol;

/// <summary>The messages about sweep directories that cannot be used.</summary>
internal static class Messages
{
    public static string UnreadableManifest(string path, Exception e) =>
        $"'{path}' cannot be read: {e.Message} Restore it, or move the sweep directory away and start again.";

    public static string NewerFormat(string path, int format) =>
        $"'{path}' has format {format}, but this version of MultiRunner.Xunit reads format {Manifest.CurrentFormat}. Update the package "
        + "MultiRunner.Xunit, or choose another directory with MULTIRUNNER_ROOT.";

    public static string OlderFormat(string path, int format) =>
        $"'{path}' has format {format}, which an earlier version of MultiRunner.Xunit wrote, but this version reads "
        + $"format {Manifest.CurrentFormat}. Move the sweep directory away to start again, choose another directory with "
        + "MULTIRUNNER_ROOT, or go back to the earlier version of the package.";

    public static string NotMade(string directory) =>
        $"A sweep directory has a manifest, but '{directory}/{SweepLayout.ManifestName}' is missing, and '{directory}' cannot be made "
        + "again. Move the sweep directory away and start again. The results stay in the directory that you moved.";

    public static string OfAnotherOwner(Manifest inForce, Manifest wanted) =>
        $"A sweep directory belongs to one method of one assembly, in one version, but {wanted.Owner} wants this one, which belongs to "
        + $"{inForce.Owner}. Rename one of the two, or give one of their projects another root with the environment variable "
        + "MULTIRUNNER_ROOT or the MSBuild property MultiRunnerRoot. If both are the same sweep, because the project, the class or the "
        + "version was renamed, move this directory away to start again. To keep the results instead, edit "
        + $"'{SweepLayout.ManifestOf(inForce.Revision)}': change \"sweep\", \"version\" and the "
        + "\"name\" in \"assembly\" to those of the new code"
        + (wanted.Version is null ? ", which has no \"version\"." : ".");

    public static string OtherPointsInOneBuild(Manifest wanted, int count, string example) =>
        $"{wanted.Sweep}: the points of a sweep must be the same in every process of one build, but {count} are new since this build made "
        + $"or last extended the sweep directory, such as {example}. Make the data deterministic: use no Guid.NewGuid(), no clock and "
        + "no Random without a seed. If you changed the data on purpose, build again.";
}
